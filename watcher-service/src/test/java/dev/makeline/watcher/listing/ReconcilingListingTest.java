package dev.makeline.watcher.listing;

import static dev.makeline.protocol.ResourceNames.INTAKE_BUCKET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.makeline.protocol.IntakeEntry;
import dev.makeline.protocol.IntakeLedger;
import dev.makeline.protocol.IntakeState;
import dev.makeline.protocol.ObjectVersion;
import dev.makeline.protocol.UploadJob;
import dev.makeline.protocol.UploadJobQueue;
import dev.makeline.watcher.IntakeFixture;
import dev.makeline.watcher.Outage;
import dev.makeline.watcher.intake.Intake;
import dev.makeline.watcher.lease.Lease;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.S3Client;

class ReconcilingListingTest {

    private static final Duration INTERVAL = Duration.ofSeconds(60);
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final ListingSettings SETTINGS =
            new ListingSettings(
                    INTERVAL,
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(10),
                    Duration.ofMinutes(10),
                    Duration.ofHours(24),
                    LEASE);
    private static final ListingPace WITHOUT_EVENTS = SETTINGS.pace(false);
    private static final int PAGE = 3;

    private final IntakeFixture aws = new IntakeFixture();

    @Test
    void objectsThatWereThereBeforeTheStartAreFound() {
        List<ObjectVersion> before = putMakes(7);

        finishPass(listing());

        assertThat(aws.takeJobs())
                .extracting(UploadJob::object)
                .containsExactlyInAnyOrderElementsOf(before);
        assertThat(aws.rows()).hasSize(7);
        assertThat(
                        aws.meters
                                .counter("makeline.watcher.objects.found", "source", "listing")
                                .count())
                .isEqualTo(7);
    }

    @Test
    void keysOfEveryKindAreListedAsTheyAre() {
        List<String> keys =
                List.of(
                        "makes/two words.json",
                        "makes/a+b.json",
                        "makes/100%.json",
                        "makes/literal%2B.json",
                        "makes/crème brûlée.json",
                        "makes/🥐寿司.json",
                        "makes/q\"&=?#<>.json");
        List<ObjectVersion> put = keys.stream().map(key -> aws.put(key, "{}")).toList();

        finishPass(listing());

        assertThat(aws.takeJobs())
                .extracting(UploadJob::object)
                .containsExactlyInAnyOrderElementsOf(put);
    }

    @Test
    void whatTheLedgerKnowsIsNotSentAgain() {
        ObjectVersion known = aws.put("makes/known.json", "{}");
        finishPass(listing());
        IntakeEntry row = aws.rows().getFirst();
        aws.ledger.write(
                List.of(
                        row.with(
                                new IntakeState.Submitted(1, 1, OptionalLong.of(2)),
                                aws.clock.instant())));
        aws.takeJobs();

        finishPass(listing());

        assertThat(aws.takeJobs()).as("jobs for " + known).isEmpty();
    }

    @Test
    void anObjectWhoseEventWasLostIsFoundByTheNextPass() {
        ReconcilingListing listing = listing();
        finishPass(listing);
        ObjectVersion lost = aws.put("makes/lost.json", "{}");

        assertThat(listing.pollOnce()).isEqualTo(WITHOUT_EVENTS.interval());
        assertThat(aws.takeJobs()).isEmpty();
        aws.clock.advance(WITHOUT_EVENTS.interval());
        finishPass(listing);

        assertThat(aws.takeJobs()).extracting(UploadJob::object).containsExactly(lost);
    }

    @Test
    void withEventsOnANewObjectIsLeftToItsEvent() {
        aws.put("makes/new.json", "{}");

        finishPass(listing(SETTINGS.pace(true)));

        assertThat(aws.takeJobs()).isEmpty();
        assertThat(aws.rows()).isEmpty();
    }

    @Test
    void anOverwrittenObjectIsFoundAgain() {
        ReconcilingListing listing = listing();
        ObjectVersion first = aws.put("makes/pie.json", "{\"rating\":1}");
        finishPass(listing);
        ObjectVersion second = aws.put("makes/pie.json", "{\"rating\":2}");
        aws.clock.advance(INTERVAL);

        finishPass(listing);

        assertThat(aws.takeJobs()).extracting(UploadJob::object).containsExactly(first, second);
        assertThat(aws.rows()).hasSize(2);
    }

    @Test
    void folderMarkersAreNoDocuments() {
        aws.put("makes/folder/", "");

        finishPass(listing());

        assertThat(aws.rows()).isEmpty();
    }

    @Test
    void anUploadInPartsThatIsNotCompleteIsNoObject() {
        String upload =
                aws.s3
                        .createMultipartUpload(
                                create -> create.bucket(INTAKE_BUCKET).key("makes/big.json"))
                        .uploadId();
        List<ObjectVersion> complete = putMakes(PAGE + 1);

        finishPass(listing());

        assertThat(aws.takeJobs())
                .extracting(UploadJob::object)
                .containsExactlyInAnyOrderElementsOf(complete);
        aws.s3.abortMultipartUpload(
                abort -> abort.bucket(INTAKE_BUCKET).key("makes/big.json").uploadId(upload));
    }

    @Test
    void aPassOfAKilledWatcherGoesOnWhereItWas() {
        putMakes(8);
        ReconcilingListing killed = listing();
        killed.pollOnce();
        killed.pollOnce();
        List<String> done = aws.takeJobs().stream().map(UploadJob::key).toList();
        assertThat(done).hasSize(2 * PAGE);

        // Were it to begin anew, it would find this one.
        ObjectVersion behind = aws.put("makes/000.json", "{}");
        ReconcilingListing successor = listing();
        successor.pollOnce();
        assertThat(aws.takeJobs()).as("jobs while the lease may still be held").isEmpty();
        aws.clock.advance(LEASE);
        finishPass(successor);

        List<ObjectVersion> rest = aws.takeJobs().stream().map(UploadJob::object).toList();
        assertThat(rest).hasSize(2).doesNotContain(behind);

        aws.clock.advance(INTERVAL);
        finishPass(successor);

        assertThat(aws.takeJobs()).extracting(UploadJob::object).containsExactly(behind);
    }

    @Test
    void waitingEventsGoBeforeAPass() {
        putMakes(1);
        AtomicBoolean waiting = new AtomicBoolean(true);
        ReconcilingListing listing =
                new ReconcilingListing(
                        new IntakeBucket(aws.s3, INTAKE_BUCKET, PAGE, aws.clock),
                        aws.ledger,
                        aws.intake(),
                        lease(),
                        WITHOUT_EVENTS,
                        waiting::get,
                        aws.meters,
                        aws.clock);

        Duration pause = listing.pollOnce();
        long jobsWhileWaiting = new UploadJobQueue(aws.sqs).depth();
        waiting.set(false);
        listing.pollOnce();

        assertThat(pause).isPositive();
        assertThat(jobsWhileWaiting).isZero();
        assertThat(new UploadJobQueue(aws.sqs).depth()).isEqualTo(1);
    }

    @Test
    void aPageThatFailedIsDoneAgain() {
        List<ObjectVersion> put = putMakes(2);
        Outage down = new Outage("BatchGetItem");
        ReconcilingListing listing =
                new ReconcilingListing(
                        new IntakeBucket(aws.s3, INTAKE_BUCKET, PAGE, aws.clock),
                        new IntakeLedger(aws.dynamoDb(down)),
                        aws.intake(),
                        lease(),
                        WITHOUT_EVENTS,
                        EventBacklog.none(),
                        aws.meters,
                        aws.clock);
        down.begin();

        assertThatExceptionOfType(SdkClientException.class).isThrownBy(listing::pollOnce);
        assertThatExceptionOfType(SdkClientException.class).isThrownBy(listing::pollOnce);
        down.end();
        finishPass(listing);

        assertThat(aws.takeJobs())
                .extracting(UploadJob::object)
                .containsExactlyInAnyOrderElementsOf(put);
    }

    @Test
    void onlyOneOfTwoWatchersLists() {
        putMakes(8);
        ReconcilingListing one = listing();
        ReconcilingListing other = listing();
        one.pollOnce();

        Duration pause = other.pollOnce();

        assertThat(pause).isPositive();
        assertThat(aws.takeJobs()).hasSize(PAGE);

        finishPass(one);
        other.pollOnce();

        assertThat(aws.takeJobs()).as("the rest, once").hasSize(8 - PAGE);
    }

    @Test
    void whileAnotherWatcherListsItLooksAgainAfterTheLeaseAtTheLatest() {
        putMakes(8);
        ListingPace slow = SETTINGS.pace(true);
        listing(slow).pollOnce();

        Duration withLongInterval = listing(slow).pollOnce();
        Duration withShortInterval = listing(WITHOUT_EVENTS).pollOnce();

        assertThat(withLongInterval).isEqualTo(LEASE);
        assertThat(withShortInterval).isEqualTo(WITHOUT_EVENTS.interval());
    }

    @Test
    void aLongIntervalDoesNotKeepAWatcherThatLostItsLeaseFromLookingAgain() {
        putMakes(8);
        ListingPace slow = SETTINGS.pace(true);
        ReconcilingListing paused = listing(slow);
        paused.pollOnce();
        takeOver(listing(slow));

        assertThat(paused.pollOnce()).isEqualTo(LEASE);
    }

    @Test
    void aWatcherThatLostItsLeaseStopsListing() {
        putMakes(8);
        ReconcilingListing paused = listing();
        paused.pollOnce();
        ReconcilingListing successor = listing();
        takeOver(successor);

        Duration pause = paused.pollOnce();

        assertThat(pause).isPositive();
        finishPass(successor);
        assertThat(aws.rows()).hasSize(8);
    }

    @Test
    void aStoppedWatcherLetsTheNextOneGoOnAtOnce() {
        putMakes(8);
        ReconcilingListing stopped = listing();
        stopped.pollOnce();

        stopped.release();
        finishPass(listing());

        assertThat(aws.takeJobs()).hasSize(8);
    }

    @Test
    void inAVersionedBucketEveryVersionIsFound() {
        VersionedBucket bucket = new VersionedBucket();
        bucket.put("makes/a.json", "v2", "same");
        bucket.put("makes/a.json", "v1", "same");
        bucket.put("makes/b.json", "v2", "b2");
        bucket.put("makes/b.json", "v1", "b1");
        bucket.put("makes/c.json", "null", "before-versioning");

        finishPass(listing(bucket, aws.intake(), WITHOUT_EVENTS));

        assertThat(aws.takeJobs())
                .extracting(UploadJob::object)
                .containsExactlyInAnyOrder(
                        version("makes/a.json", "v1", "same"),
                        version("makes/a.json", "v2", "same"),
                        version("makes/b.json", "v1", "b1"),
                        version("makes/b.json", "v2", "b2"),
                        version("makes/c.json", "null", "before-versioning"));
    }

    private List<ObjectVersion> putMakes(int count) {
        List<ObjectVersion> put = new ArrayList<>();
        for (int make = 1; make <= count; make++) {
            put.add(aws.put("makes/%03d.json".formatted(make), "{}"));
        }
        return put;
    }

    private static ObjectVersion version(String key, String versionId, String eTag) {
        return new ObjectVersion(INTAKE_BUCKET, key, Optional.of(versionId), eTag);
    }

    /// From a watcher that is not heard of for the length of its lease.
    private void takeOver(ReconcilingListing successor) {
        successor.pollOnce();
        aws.clock.advance(LEASE);
        assertThat(successor.pollOnce()).as("it lists").isZero();
    }

    private static void finishPass(ReconcilingListing listing) {
        Duration pause = listing.pollOnce();
        while (pause.isZero()) {
            pause = listing.pollOnce();
        }
    }

    private ReconcilingListing listing() {
        return listing(WITHOUT_EVENTS);
    }

    private ReconcilingListing listing(ListingPace pace) {
        return listing(aws.s3, aws.intake(), pace);
    }

    private ReconcilingListing listing(S3Client s3, Intake intake, ListingPace pace) {
        return new ReconcilingListing(
                new IntakeBucket(s3, INTAKE_BUCKET, PAGE, aws.clock),
                aws.ledger,
                intake,
                lease(),
                pace,
                EventBacklog.none(),
                aws.meters,
                aws.clock);
    }

    private Lease lease() {
        return new Lease(
                aws.dynamoDb, ReconcilingListing.ROW, LEASE, aws.clock, aws.clock.steady());
    }
}

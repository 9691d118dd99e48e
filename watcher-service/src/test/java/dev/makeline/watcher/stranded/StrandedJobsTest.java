package dev.makeline.watcher.stranded;

import static dev.makeline.protocol.ResourceNames.DEAD_LETTER_SUFFIX;
import static dev.makeline.protocol.ResourceNames.UPLOAD_JOBS_QUEUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.makeline.protocol.IntakeEntry;
import dev.makeline.protocol.IntakeState;
import dev.makeline.protocol.ObjectVersion;
import dev.makeline.protocol.ProtocolJson;
import dev.makeline.protocol.UploadJob;
import dev.makeline.protocol.UploadJobQueue;
import dev.makeline.watcher.IntakeFixture;
import dev.makeline.watcher.Outage;
import dev.makeline.watcher.intake.FoundObject;
import dev.makeline.watcher.intake.Intake;
import dev.makeline.watcher.intake.Source;
import dev.makeline.watcher.lease.Lease;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

class StrandedJobsTest {

    private static final Duration FIRST_ROUND = Duration.ofSeconds(5);
    private static final Duration AFTER_AT_START = Duration.ofSeconds(30);
    private static final Duration AFTER = Duration.ofMinutes(2);
    private static final Duration EVEN_IF_BUSY = Duration.ofMinutes(30);
    private static final StrandedSettings SETTINGS =
            new StrandedSettings(
                    FIRST_ROUND,
                    Duration.ofSeconds(10),
                    AFTER,
                    AFTER_AT_START,
                    EVEN_IF_BUSY,
                    1_000);

    private final IntakeFixture aws = new IntakeFixture();

    @Test
    void aWatcherThatDiedBetweenLedgerAndQueueIsMadeGoodByTheNext() {
        Outage down = new Outage("SendMessageBatch");
        Intake dying =
                new Intake(aws.ledger, new UploadJobQueue(aws.sqs(down)), aws.clock, aws.meters);
        UploadJob job = job("makes/pie.json");
        down.begin();
        assertThatExceptionOfType(SdkClientException.class)
                .isThrownBy(() -> dying.take(List.of(job), Source.LISTING));
        assertThat(aws.takeJobs()).isEmpty();

        StrandedJobs successor = stranded(SETTINGS);
        aws.clock.advance(AFTER_AT_START.plusMillis(1));
        successor.pollOnce();

        assertThat(aws.takeJobs()).containsExactly(job);
    }

    @Test
    void aRestartThatLostEveryMessageIsHealedInItsFirstRound() {
        List<UploadJob> lost =
                IntStream.range(0, 250).mapToObj(n -> job("makes/" + n + ".json")).toList();
        aws.intake().take(lost, Source.EVENT);
        aws.takeJobs();
        aws.clock.advance(AFTER_AT_START);
        StrandedJobs restarted = stranded(SETTINGS);

        Duration untilFirst = restarted.pollOnce();
        aws.clock.advance(untilFirst);
        restarted.pollOnce();

        assertThat(untilFirst).isEqualTo(FIRST_ROUND);
        assertThat(aws.takeJobs()).containsExactlyInAnyOrderElementsOf(lost);
    }

    @Test
    void aClockThatIsSetBackPutsNoRoundOff() {
        StrandedJobs stranded = stranded(SETTINGS);
        aws.clock.advance(FIRST_ROUND);

        aws.clock.set(Duration.ofMinutes(-20));

        assertThat(stranded.pollOnce()).isEqualTo(SETTINGS.interval());
    }

    @Test
    void aYoungRowIsLeftAlone() {
        StrandedJobs stranded = stranded(SETTINGS);
        aws.clock.advance(AFTER);
        aws.intake().take(List.of(job("makes/pie.json")), Source.EVENT);
        aws.takeJobs();

        aws.clock.advance(AFTER);
        stranded.pollOnce();
        assertThat(aws.takeJobs()).isEmpty();

        aws.clock.advance(Duration.ofMillis(1));
        stranded.pollOnce();
        assertThat(aws.takeJobs()).hasSize(1);
    }

    @Test
    void aRowWhoseJobIsBeingWorkedOnIsLeftAlone() {
        aws.intake().take(List.of(job("makes/pie.json")), Source.EVENT);
        StrandedJobs stranded = stranded(SETTINGS);
        assertThat(aws.receive(UPLOAD_JOBS_QUEUE)).hasSize(1);

        aws.clock.advance(AFTER.plusMillis(1));
        stranded.pollOnce();

        assertThat(aws.depth(UPLOAD_JOBS_QUEUE)).as("the one in flight").isEqualTo(1);
    }

    @Test
    void rowsInAnyOtherStateAreLeftAlone() {
        UploadJob job = job("makes/pie.json");
        aws.ledger.write(
                List.of(
                        new IntakeEntry(
                                job,
                                new IntakeState.Waiting(7),
                                aws.clock.instant(),
                                Optional.empty())));
        StrandedJobs stranded = stranded(SETTINGS);

        aws.clock.advance(AFTER.plusMillis(1));
        stranded.pollOnce();

        assertThat(aws.takeJobs()).isEmpty();
    }

    @Test
    void aDeadLetteredJobIsLeftToAPersonWhileOthersAreSentAgain() {
        UploadJob dead = job("makes/dead.json");
        UploadJob lost = job("makes/lost.json");
        aws.intake().take(List.of(dead, lost), Source.EVENT);
        aws.takeJobs();
        aws.sqs.sendMessage(send ->
                send.queueUrl(aws.url(UPLOAD_JOBS_QUEUE + DEAD_LETTER_SUFFIX))
                        .messageBody(ProtocolJson.write(dead)));
        StrandedJobs stranded = stranded(SETTINGS);

        aws.clock.advance(AFTER.plusMillis(1));
        stranded.pollOnce();

        assertThat(aws.takeJobs()).containsExactly(lost);
        assertThat(aws.depth(UPLOAD_JOBS_QUEUE + DEAD_LETTER_SUFFIX)).isEqualTo(1);
        assertThat(aws.receive(UPLOAD_JOBS_QUEUE + DEAD_LETTER_SUFFIX))
                .as("to be seen at once by the person")
                .hasSize(1);
    }

    @Test
    void underSteadyLoadARowIsSentAgainOnceItIsVeryOld() {
        UploadJob lost = job("makes/lost.json");
        aws.intake().take(List.of(lost), Source.LISTING);
        aws.takeJobs();
        StrandedJobs stranded = stranded(SETTINGS);
        aws.clock.advance(EVEN_IF_BUSY);
        UploadJob load = job("makes/load.json");
        aws.intake().take(List.of(load), Source.EVENT);

        stranded.pollOnce();
        assertThat(aws.depth(UPLOAD_JOBS_QUEUE)).isEqualTo(1);
        aws.clock.advance(Duration.ofMillis(1));
        stranded.pollOnce();

        assertThat(aws.takeJobs()).containsExactlyInAnyOrder(load, lost);
    }

    @Test
    void whatWasSentAgainCountsAsNewlyQueued() {
        aws.intake().take(List.of(job("makes/pie.json")), Source.EVENT);
        aws.takeJobs();
        StrandedJobs stranded = stranded(SETTINGS);
        aws.clock.advance(AFTER.plusMillis(1));
        stranded.pollOnce();
        aws.takeJobs();

        stranded.pollOnce();

        assertThat(aws.takeJobs()).isEmpty();
        assertThat(aws.rows())
                .extracting(IntakeEntry::changedAt)
                .containsExactly(aws.clock.instant());
    }

    @Test
    void aRoundIsBounded() {
        aws.intake()
                .take(
                        IntStream.range(0, 60).mapToObj(n -> job("makes/" + n)).toList(),
                        Source.EVENT);
        aws.takeJobs();
        StrandedJobs stranded =
                stranded(
                        new StrandedSettings(
                                FIRST_ROUND,
                                Duration.ofSeconds(10),
                                AFTER,
                                AFTER_AT_START,
                                EVEN_IF_BUSY,
                                16));

        aws.clock.advance(AFTER.plusMillis(1));
        stranded.pollOnce();

        assertThat(aws.takeJobs()).hasSizeBetween(1, 16);
    }

    @Test
    void ofTwoWatchersOneSendsAgain() {
        aws.intake().take(List.of(job("makes/pie.json")), Source.EVENT);
        aws.takeJobs();
        Lease other = lease();
        StrandedJobs stranded = stranded(SETTINGS);
        aws.clock.advance(AFTER.plusMillis(1));
        assertThat(other.take()).isPresent();

        stranded.pollOnce();

        assertThat(aws.takeJobs()).isEmpty();
    }

    private UploadJob job(String key) {
        return new FoundObject(
                        new ObjectVersion("makeline-intake", key, Optional.empty(), "e"),
                        1,
                        Optional.empty())
                .toJob(aws.clock.instant());
    }

    private StrandedJobs stranded(StrandedSettings settings) {
        return new StrandedJobs(
                aws.ledger,
                aws.jobs,
                new DeadLetterQueue(aws.sqs),
                aws.intake(),
                lease(),
                settings,
                aws.clock,
                aws.clock.steady());
    }

    private Lease lease() {
        return new Lease(
                aws.dynamoDb,
                StrandedJobs.ROW,
                Duration.ofMinutes(1),
                aws.clock,
                aws.clock.steady());
    }
}

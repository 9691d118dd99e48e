package dev.makeline.watcher.listing;

import dev.makeline.protocol.IntakeLedger;
import dev.makeline.protocol.UploadJob;
import dev.makeline.watcher.intake.FoundObject;
import dev.makeline.watcher.intake.Intake;
import dev.makeline.watcher.intake.Source;
import dev.makeline.watcher.lease.Lease;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Finds the objects that no event announced: lists the bucket, looks up in the ledger what it
/// lists, and takes into the pipeline what the ledger does not know.
///
/// One watcher at a time lists, under a lease whose row keeps the position after every page, so
/// that a killed watcher's pass goes on where it was. Idempotent by object version: a page may be
/// done twice. Not thread-safe.
///
/// **Cost.** With `N` object versions in the bucket, of which `R` were modified since the last
/// completed pass less the margin, a recent pass takes `N/1000` LIST requests, `N/1000` writes of
/// the position, and `R/100` BatchGetItem; a full pass has `R = N`. At a million objects with 1,000
/// new ones: 1,000 LIST + 1,000 writes + 10 BatchGetItem, about two minutes and 0.6 cents; a full
/// pass: 1,000 LIST + 1,000 writes + 10,000 BatchGetItem (500,000 read units), about four minutes
/// and 7 to 13 cents. At an interval of 60 s that is some 7 dollars a day for LIST, at an interval
/// of an hour 12 cents: choose the interval by how long a lost event may stay unnoticed, since S3
/// loses next to none.
public final class ReconcilingListing {

    /// The lease's row.
    public static final String ROW = "watcher#listing";

    private static final Logger log = LoggerFactory.getLogger(ReconcilingListing.class);

    /// How long a pass lets a backlog of events go first; then it begins all the same, since a
    /// backlog that does not end must not keep lost events from being noticed.
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final Duration BACKLOG_PAUSE = Duration.ofSeconds(1);

    private record Underway(
            BucketListing listing,
            ListingProgress progress,
            ListingPass pass,
            Instant begunAt,
            long missed) {}

    private final IntakeBucket bucket;
    private final IntakeLedger ledger;
    private final Intake intake;
    private final Lease lease;
    private final ListingPace pace;
    private final EventBacklog backlog;
    private final MeterRegistry meters;
    private final InstantSource clock;
    private Optional<ListingProgress> atStart = Optional.empty();
    private Optional<Underway> underway = Optional.empty();
    private Optional<Instant> waitingSince = Optional.empty();

    public ReconcilingListing(
            IntakeBucket bucket,
            IntakeLedger ledger,
            Intake intake,
            Lease lease,
            ListingPace pace,
            EventBacklog backlog,
            MeterRegistry meters,
            InstantSource clock) {
        this.bucket = bucket;
        this.ledger = ledger;
        this.intake = intake;
        this.lease = lease;
        this.pace = pace;
        this.backlog = backlog;
        this.meters = meters;
        this.clock = clock;
    }

    /// One turn: at most one page. Returns the time to the next, zero within a pass.
    ///
    /// @throws software.amazon.awssdk.core.exception.SdkException when S3, DynamoDB or SQS cannot
    ///   be reached; the same page is next then
    /// @throws dev.makeline.protocol.LedgerUnavailableException when DynamoDB kept throttling
    /// @throws dev.makeline.protocol.UploadJobsNotSentException when SQS refused jobs
    public Duration pollOnce() {
        if (underway.isEmpty()) {
            Optional<Duration> pause = begin();
            if (pause.isPresent()) {
                return pause.get();
            }
        }
        return underway.map(this::goOn).orElse(pace.interval());
    }

    /// Lets another watcher go on with the pass at once; for the end, after the last turn.
    public void release() {
        underway.ifPresent(now -> lease.release(now.progress().with(now.pass()).toNotes()));
        underway = Optional.empty();
    }

    /// The pause when there is nothing to do yet; empty once a pass is under way.
    private Optional<Duration> begin() {
        return switch (plan(lease.notes())) {
            case ListingPlan.Wait(Duration pause) -> Optional.of(pause);
            case ListingPlan.Go _ when eventsGoFirst() -> Optional.of(BACKLOG_PAUSE);
            case ListingPlan.Go _ ->
                    lease.take().map(this::beginHolding).orElseGet(() -> Optional.of(whileHeld()));
        };
    }

    private boolean eventsGoFirst() {
        Instant now = clock.instant();
        Instant since = waitingSince.orElse(now);
        boolean wait = backlog.isWaiting() && now.isBefore(since.plus(PATIENCE));
        waitingSince = wait ? Optional.of(since) : Optional.empty();
        return wait;
    }

    /// Plans again, since another watcher may have completed a pass before the lease was taken.
    private Optional<Duration> beginHolding(Map<String, AttributeValue> notes) {
        return switch (plan(notes)) {
            case ListingPlan.Wait(Duration pause) -> {
                lease.release(ListingProgress.of(notes).toNotes());
                yield Optional.of(pause);
            }
            case ListingPlan.Go(ListingPass pass) -> {
                underway =
                        Optional.of(
                                new Underway(
                                        bucket.listing(),
                                        ListingProgress.of(notes),
                                        pass,
                                        clock.instant(),
                                        0));
                yield Optional.empty();
            }
        };
    }

    private ListingPlan plan(Map<String, AttributeValue> notes) {
        ListingProgress progress = ListingProgress.of(notes);
        ListingProgress first = atStart.orElse(progress);
        atStart = Optional.of(first);
        return ListingPlan.next(progress, pace, first, clock.instant());
    }

    private Duration goOn(Underway now) {
        ListingPage page = now.listing().page(now.pass().position());
        List<UploadJob> missed = missed(page, now.pass());
        intake.take(missed, Source.LISTING);
        long missedSoFar = now.missed() + missed.size();
        return page.next()
                .map(next -> keep(now, now.pass().after(page, next), missedSoFar))
                .orElseGet(() -> complete(now, page, missedSoFar));
    }

    private List<UploadJob> missed(ListingPage page, ListingPass pass) {
        Map<String, FoundObject> candidates =
                page.objects().stream()
                        .filter(listed -> pass.looksUp(listed, page.answeredAt(), pace.grace()))
                        .map(ListedObject::object)
                        .collect(
                                Collectors.toMap(
                                        found -> found.version().objectId(),
                                        Function.identity(),
                                        (first, _) -> first));
        candidates.keySet().removeAll(ledger.findAll(candidates.keySet()).keySet());
        Instant now = clock.instant();
        return candidates.values().stream().map(found -> found.toJob(now)).toList();
    }

    private Duration keep(Underway now, ListingPass pass, long missed) {
        if (lease.keep(now.progress().with(pass).toNotes())) {
            underway =
                    Optional.of(
                            new Underway(
                                    now.listing(), now.progress(), pass, now.begunAt(), missed));
            return Duration.ZERO;
        }
        return lost();
    }

    private Duration complete(Underway now, ListingPage page, long missed) {
        Instant end = clock.instant();
        Instant startedAt = now.pass().startedAt().orElse(page.answeredAt());
        if (!lease.release(now.progress().completed(now.pass(), startedAt, end).toNotes())) {
            return lost();
        }
        underway = Optional.empty();
        tell(now.pass().kind(), Duration.between(now.begunAt(), end), missed);
        return pace.interval();
    }

    private Duration lost() {
        log.info("Another watcher has taken over the listing");
        underway = Optional.empty();
        return whileHeld();
    }

    /// Often enough to go on soon when the holder has died, however long the interval is.
    private Duration whileHeld() {
        return pace.interval().compareTo(lease.length()) < 0 ? pace.interval() : lease.length();
    }

    private void tell(PassKind kind, Duration took, long missed) {
        Timer.builder("makeline.watcher.listing.pass")
                .description("Time of a pass through the bucket, as far as this watcher did it")
                .tag("kind", kind.label())
                .register(meters)
                .record(took);
        (missed > 0 || kind == PassKind.FULL ? log.atInfo() : log.atDebug())
                .addKeyValue("kind", kind.label())
                .addKeyValue("missedObjects", missed)
                .addKeyValue("durationMillis", took.toMillis())
                .log("Bucket listed");
    }
}

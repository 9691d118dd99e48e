package dev.makeline.watcher.stranded;

import dev.makeline.operations.SteadyClock;
import dev.makeline.protocol.IntakeEntry;
import dev.makeline.protocol.IntakeLedger;
import dev.makeline.protocol.IntakeState;
import dev.makeline.protocol.IntakeTable;
import dev.makeline.protocol.UploadJobQueue;
import dev.makeline.watcher.intake.Intake;
import dev.makeline.watcher.intake.Source;
import dev.makeline.watcher.lease.Lease;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends the upload jobs of queued ledger rows again that no message stands for any more: the queue
/// lost them, or a watcher died between the ledger and the queue.
///
/// A row counts as stranded when it is queued for longer than `after` while the upload queue is
/// empty (in flight counted), or for longer than `even-if-busy-after` in any case; and when its job
/// is not dead-lettered. A wrong guess is harmless: a job that is sent twice has one effect, and a
/// row that is sent again counts as newly queued.
///
/// **Bound.** After a restart with all messages lost, rows are sent again within `after-at-start`
/// and one interval, given an empty upload queue (by default 40 s); else within `after` and one
/// interval of the first empty upload queue; else within `even-if-busy-after` and one interval for
/// each [#BUSY_LIMIT] rows. Not thread-safe; one watcher at a time does it, under a lease.
public final class StrandedJobs {

    /// The lease's row.
    public static final String ROW = "watcher#stranded";

    /// Rows of a round while the upload queue holds messages: few, since most of them are merely
    /// waiting behind a backlog.
    static final int BUSY_LIMIT = 100;

    private static final Logger log = LoggerFactory.getLogger(StrandedJobs.class);

    private static final List<String> SHARDS =
            IntakeTable.shardsOf(new IntakeState.Queued().label());
    private static final int PAGE = 100;

    /// Which rows a round is after.
    private record Search(Instant queuedBefore, int limit) {

        int limitOfShard() {
            return Math.max(1, limit / SHARDS.size());
        }
    }

    private final IntakeLedger ledger;
    private final UploadJobQueue jobs;
    private final DeadLetterQueue deadLetters;
    private final Intake intake;
    private final Lease lease;
    private final StrandedSettings settings;
    private final InstantSource clock;
    private final SteadyClock steadyClock;
    private final Instant startedAt;
    private boolean undecidable;

    public StrandedJobs(
            IntakeLedger ledger,
            UploadJobQueue jobs,
            DeadLetterQueue deadLetters,
            Intake intake,
            Lease lease,
            StrandedSettings settings,
            InstantSource clock,
            SteadyClock steadyClock) {
        this.ledger = ledger;
        this.jobs = jobs;
        this.deadLetters = deadLetters;
        this.intake = intake;
        this.lease = lease;
        this.settings = settings;
        this.clock = clock;
        this.steadyClock = steadyClock;
        this.startedAt = steadyClock.now();
    }

    /// One round. Returns the time to the next.
    ///
    /// @throws software.amazon.awssdk.core.exception.SdkException when DynamoDB or SQS cannot be
    ///   reached
    /// @throws dev.makeline.protocol.LedgerUnavailableException when DynamoDB kept throttling
    /// @throws dev.makeline.protocol.UploadJobsNotSentException when SQS refused jobs
    public Duration pollOnce() {
        Duration untilFirst =
                Duration.between(steadyClock.now(), startedAt.plus(settings.firstRound()));
        if (untilFirst.isPositive()) {
            return untilFirst;
        }
        Search search = search();
        if (SHARDS.stream().anyMatch(shard -> !queued(shard, Optional.empty(), search).isEmpty())) {
            sendAgain(search);
        }
        return settings.interval();
    }

    private Search search() {
        Instant now = clock.instant();
        if (jobs.depth() > 0) {
            return new Search(
                    now.minus(settings.evenIfBusyAfter()), Math.min(BUSY_LIMIT, settings.limit()));
        }
        boolean young = steadyClock.now().isBefore(startedAt.plus(settings.after()));
        return new Search(
                now.minus(young ? settings.afterAtStart() : settings.after()), settings.limit());
    }

    private void sendAgain(Search search) {
        switch (deadLetters.read()) {
            case DeadLetters.Known(Set<String> dead) -> {
                undecidable = false;
                sendAgain(stranded(search, dead));
            }
            case DeadLetters.NotAllRead(long messages) -> warnOnce(messages);
        }
    }

    private void warnOnce(long messages) {
        if (!undecidable) {
            log.atWarn()
                    .addKeyValue("deadLetters", messages)
                    .log(
                            "Cannot tell lost upload jobs from dead-lettered ones; redrive or purge the dead-letter queue of the upload jobs");
        }
        undecidable = true;
    }

    private void sendAgain(List<IntakeEntry> stranded) {
        if (stranded.isEmpty() || lease.take().isEmpty()) {
            return;
        }
        intake.take(stranded.stream().map(IntakeEntry::job).toList(), Source.STRANDED);
        lease.release(Map.of());
        log.atWarn()
                .addKeyValue("rows", stranded.size())
                .log("Queued rows had lost their upload jobs, which were sent again");
    }

    /// Read again from the table, since the index lags behind it.
    private List<IntakeEntry> stranded(Search search, Set<String> dead) {
        List<IntakeEntry> candidates = new ArrayList<>();
        SHARDS.forEach(shard -> candidates.addAll(stranded(shard, search, dead)));
        Map<String, IntakeEntry> current =
                ledger.findAll(candidates.stream().map(IntakeEntry::objectId).toList());
        return candidates.stream()
                .filter(entry -> entry.equals(current.get(entry.objectId())))
                .toList();
    }

    private List<IntakeEntry> stranded(String shard, Search search, Set<String> dead) {
        List<IntakeEntry> stranded = new ArrayList<>();
        List<IntakeEntry> page = queued(shard, Optional.empty(), search);
        while (!page.isEmpty() && stranded.size() < search.limitOfShard()) {
            page.stream().filter(row -> !dead.contains(row.objectId())).forEach(stranded::add);
            page = queued(shard, Optional.of(order(page.getLast())), search);
        }
        return stranded.subList(0, Math.min(stranded.size(), search.limitOfShard()));
    }

    /// Oldest first.
    private List<IntakeEntry> queued(String shard, Optional<String> after, Search search) {
        return ledger.page(shard, after, PAGE, false).stream()
                .takeWhile(entry -> entry.changedAt().isBefore(search.queuedBefore()))
                .toList();
    }

    private static String order(IntakeEntry entry) {
        return IntakeTable.changedOrder(entry.changedAt(), entry.objectId());
    }
}

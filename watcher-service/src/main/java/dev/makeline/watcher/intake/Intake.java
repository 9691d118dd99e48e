package dev.makeline.watcher.intake;

import dev.makeline.operations.FailPoint;
import dev.makeline.operations.TraceScope;
import dev.makeline.protocol.DocumentKind;
import dev.makeline.protocol.IntakeEntry;
import dev.makeline.protocol.IntakeLedger;
import dev.makeline.protocol.IntakeState;
import dev.makeline.protocol.UploadJob;
import dev.makeline.protocol.UploadJobQueue;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes objects into the pipeline: their ledger rows first, then their upload jobs. Thread-safe.
///
/// Idempotent by object version: taking one again writes the same row and sends a job whose effect
/// is keyed by the object. A crash between the two steps leaves rows without jobs, which
/// `StrandedJobs` sends again.
public final class Intake {

    private static final Logger log = LoggerFactory.getLogger(Intake.class);

    private final IntakeLedger ledger;
    private final UploadJobQueue jobs;
    private final InstantSource clock;
    private final MeterRegistry meters;

    public Intake(
            IntakeLedger ledger, UploadJobQueue jobs, InstantSource clock, MeterRegistry meters) {
        this.ledger = ledger;
        this.jobs = jobs;
        this.clock = clock;
        this.meters = meters;
        // Each shows as 0 from the start, so that a rate of it can be asked for.
        Arrays.stream(Source.values()).forEach(this::found);
    }

    /// When it returns, every row is durable and SQS has every job.
    ///
    /// @throws dev.makeline.protocol.LedgerUnavailableException when DynamoDB kept throttling
    /// @throws dev.makeline.protocol.UploadJobsNotSentException when SQS refused some jobs
    /// @throws software.amazon.awssdk.core.exception.SdkException when either cannot be reached; in
    ///   all three cases some objects may have been taken, and taking all again is right
    public void take(List<UploadJob> taken, Source source) {
        List<UploadJob> open = source == Source.EVENT ? withoutRepeated(taken) : taken;
        if (!open.isEmpty()) {
            send(open, source);
        }
    }

    /// An event that comes again for a version that is settled must not reopen it: its object may
    /// be gone by now, and the ledger would then tell that it was never read.
    private List<UploadJob> withoutRepeated(List<UploadJob> taken) {
        if (taken.isEmpty()) {
            return taken;
        }
        Map<String, IntakeEntry> known =
                ledger.findAll(taken.stream().map(job -> job.object().objectId()).toList());
        return taken.stream()
                .filter(job -> !isRepeated(job, known.get(job.object().objectId())))
                .toList();
    }

    /// The same bytes put under the same key anew are the same version in a bucket without
    /// versioning; the sequencer then tells that it is another event. A recipe that is put back is
    /// taken again, since another revision may have come between. A make is not: one job for it is
    /// enough, and two would tell two times of writing.
    private static boolean isRepeated(UploadJob job, @Nullable IntakeEntry known) {
        if (known == null) {
            return false;
        }
        boolean sameEvent = known.job().sequencer().equals(job.sequencer());
        boolean isMake = DocumentKind.ofKey(job.key()) == DocumentKind.MAKE;
        return switch (known.state()) {
            case IntakeState.Queued() -> isMake && !sameEvent;
            case IntakeState.Submitted _, IntakeState.Waiting _ -> isMake || sameEvent;
            case IntakeState.Rejected _, IntakeState.Dismissed _ -> sameEvent;
        };
    }

    private void send(List<UploadJob> taken, Source source) {
        Instant now = clock.instant();
        ledger.write(taken.stream().map(job -> queued(job, now)).toList());
        FailPoint.reach("watcher.after-ledger");
        jobs.publish(taken);
        FailPoint.reach("watcher.after-publish");
        found(source).increment(taken.size());
        taken.forEach(job -> tell(job, source));
    }

    private static IntakeEntry queued(UploadJob job, Instant now) {
        return new IntakeEntry(job, new IntakeState.Queued(), now, Optional.empty());
    }

    private static void tell(UploadJob job, Source source) {
        try (TraceScope _ = TraceScope.of(job.traceparent())) {
            log.atInfo()
                    .addKeyValue("source", source.label())
                    .addKeyValue("objectKey", job.key())
                    .addKeyValue("objectId", job.object().objectId())
                    .addKeyValue("sizeBytes", job.size())
                    .log("Upload job sent");
        }
    }

    private Counter found(Source source) {
        return Counter.builder("makeline.watcher.objects.found")
                .description("Object versions that an upload job was sent for, by what found them")
                .tag("source", source.label())
                .register(meters);
    }
}

package dev.makeline.server.intake;

import dev.makeline.protocol.Submission;
import dev.makeline.protocol.SubmissionOutcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/// What becomes of submissions, and how long an object took from the bucket to being kept.
@Singleton
final class IntakeMetrics {

    /// S3 tells seconds, so an object that was found within two of its time was told by an event,
    /// and `foundAt` is the better time of the put; a later one was found by listing.
    private static final Duration TOLD_AT_ONCE = Duration.ofSeconds(2);

    private final Counter accepted;
    private final Counter duplicate;
    private final Counter waiting;
    private final Counter rejected;
    private final Timer latency;

    IntakeMetrics(MeterRegistry meters) {
        this.accepted = submissions(meters, "accepted");
        this.duplicate = submissions(meters, "duplicate");
        this.waiting = submissions(meters, "waiting");
        this.rejected = submissions(meters, "rejected");
        this.latency =
                Timer.builder("makeline.intake.latency")
                        .description("From the put of an object to its make or recipe being kept")
                        .publishPercentileHistogram()
                        .minimumExpectedValue(Duration.ofMillis(5))
                        .maximumExpectedValue(Duration.ofMinutes(10))
                        .register(meters);
    }

    private static Counter submissions(MeterRegistry meters, String outcome) {
        return Counter.builder("makeline.submissions")
                .description("Objects that sender-service submitted")
                .tag("outcome", outcome)
                .register(meters);
    }

    void count(SubmissionOutcome outcome) {
        switch (outcome) {
            case SubmissionOutcome.Accepted _ -> accepted.increment();
            case SubmissionOutcome.Duplicate _ -> duplicate.increment();
            case SubmissionOutcome.Waiting _ -> waiting.increment();
            case SubmissionOutcome.Rejected _ -> rejected.increment();
        }
    }

    void kept(Submission.Document submission, Instant keptAt) {
        Instant found = submission.job().foundAt();
        boolean toldAtOnce =
                Duration.between(submission.lastModified(), found).compareTo(TOLD_AT_ONCE) < 0;
        Duration taken = Duration.between(toldAtOnce ? found : submission.lastModified(), keptAt);
        latency.record(taken.isNegative() ? Duration.ZERO : taken);
    }
}

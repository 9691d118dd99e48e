package dev.makeline.sender.delivery;

import dev.makeline.operations.FailPoint;
import dev.makeline.protocol.Submission;
import dev.makeline.protocol.UploadJob;
import dev.makeline.sender.delivery.Delivery.Unavailable;
import dev.makeline.sender.gate.Gate;
import dev.makeline.sender.gate.Verdict;
import java.time.Duration;
import java.time.InstantSource;

/// Carries one upload job from its object to recipe-server.
///
/// Idempotent by the job's object version: recipe-server answers `duplicate` to what it has, so a
/// job may be delivered any number of times.
public final class UploadJobHandler {

    private final Gate storeGate;
    private final IntakeObjects objects;
    private final ObjectReading reading;
    private final Gate serverGate;
    private final RecipeServer server;
    private final Duration grace;
    private final InstantSource clock;

    /// @param grace how long after it was found an object may be missing without being gone
    UploadJobHandler(
            Gate storeGate,
            IntakeObjects objects,
            ObjectReading reading,
            Gate serverGate,
            RecipeServer server,
            Duration grace,
            InstantSource clock) {
        this.storeGate = storeGate;
        this.objects = objects;
        this.reading = reading;
        this.serverGate = serverGate;
        this.server = server;
        this.grace = grace;
        this.clock = clock;
    }

    /// Blocks while S3 or recipe-server does not answer, at most for the gate's hold time.
    public Delivery deliver(UploadJob job) {
        return reading.refusalOf(job).map(this::submit).orElseGet(() -> fetchAndSubmit(job));
    }

    private Delivery fetchAndSubmit(UploadJob job) {
        Fetched fetched =
                storeGate.pass(
                        () -> objects.fetch(job),
                        UploadJobHandler::verdict,
                        () -> new Fetched.Unfetched(notTried(storeGate)));
        FailPoint.reach("sender.after-get");
        return switch (fetched) {
            case Fetched.Content content ->
                    submit(reading.read(job, content.bytes(), content.lastModified()));
            case Fetched.TooLarge(long size) -> submit(reading.tooLarge(job, size));
            case Fetched.Gone _ when isJustFound(job) ->
                    Unavailable.of(Cause.OBJECT_NOT_YET_THERE, "S3 has no such object yet");
            case Fetched.Gone _ -> submit(reading.gone(job));
            case Fetched.Replaced _ -> submit(reading.replaced(job));
            case Fetched.Unfetched(var because) -> because;
        };
    }

    private Delivery submit(Submission submission) {
        Delivery delivery =
                serverGate.pass(
                        () -> server.submit(submission),
                        UploadJobHandler::verdict,
                        () -> notTried(serverGate));
        FailPoint.reach("sender.after-post");
        return delivery;
    }

    private boolean isJustFound(UploadJob job) {
        return clock.instant().isBefore(job.foundAt().plus(grace));
    }

    private static Unavailable notTried(Gate gate) {
        return Unavailable.of(Cause.NOT_TRIED, gate.dependency() + " did not answer others");
    }

    private static Verdict verdict(Fetched fetched) {
        return switch (fetched) {
            case Fetched.Content _ -> new Verdict.Answered();
            case Fetched.TooLarge _ -> new Verdict.Answered();
            case Fetched.Gone _ -> new Verdict.Answered();
            case Fetched.Replaced _ -> new Verdict.Answered();
            case Fetched.Unfetched(var because) -> verdict(because);
        };
    }

    private static Verdict verdict(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Accepted _ -> new Verdict.Answered();
            case Delivery.Duplicate _ -> new Verdict.Answered();
            case Delivery.Waiting _ -> new Verdict.Answered();
            case Delivery.Rejected _ -> new Verdict.Answered();
            case Unavailable(Cause cause, _, var retryAfter) ->
                    new Verdict.Failed(retryAfter, cause.isBlameless());
        };
    }
}

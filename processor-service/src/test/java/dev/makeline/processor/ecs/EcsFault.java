package dev.makeline.processor.ecs;

/// What goes wrong with one RunTask.
public sealed interface EcsFault {

    /// The error answer that ECS gives.
    ///
    /// @param type as in `__type`
    record Answer(int status, String type, String message) implements EcsFault {}

    /// An answer that reports success and holds nothing but a failure.
    record Failure(String reason) implements EcsFault {}

    /// The task is started, and the connection closed without an answer.
    record DropAfterwards() implements EcsFault {}

    /// The task is started, and no answer ever comes.
    record HangAfterwards() implements EcsFault {}

    /// The task is accepted and can never be started, since there is no such image.
    record NoImage() implements EcsFault {}

    static EcsFault throttled() {
        return new Answer(400, "ThrottlingException", "Rate exceeded");
    }

    static EcsFault broken() {
        return new Answer(500, "ServerException", "Service Unavailable. Please try again later.");
    }
}

package dev.makeline.processor.task.ecs;

import dev.makeline.processor.task.TaskStatus;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.model.Container;
import software.amazon.awssdk.services.ecs.model.Task;
import software.amazon.awssdk.services.ecs.model.TaskStopCode;

/// Reads how a task is doing from what ECS says of it. Pure functions.
final class EcsTaskStatus {

    private static final String STOPPED = "STOPPED";
    private static final Set<String> BEFORE_ITS_PROCESS =
            Set.of("PROVISIONING", "PENDING", "ACTIVATING");
    private static final String OUT_OF_MEMORY = "OutOfMemoryError";
    private static final String NO_IMAGE = "CannotPullContainerError";

    private EcsTaskStatus() {}

    /// @param container the one that works
    static TaskStatus of(Task task, String container) {
        Optional<Container> worker =
                task.containers().stream().filter(one -> container.equals(one.name())).findFirst();
        Optional<Integer> exitCode = worker.flatMap(one -> Optional.ofNullable(one.exitCode()));
        boolean isStopping = STOPPED.equals(task.desiredStatus());
        if (isStopping && exitCode.isPresent()) {
            // Its network is taken down for up to a minute more.
            return new TaskStatus.Ended(exitCode.get(), why(task, worker));
        }
        if (STOPPED.equals(task.lastStatus())) {
            return lost(task, worker);
        }
        return BEFORE_ITS_PROCESS.contains(text(task.lastStatus()))
                ? new TaskStatus.Pending()
                : new TaskStatus.Alive();
    }

    private static Optional<String> why(Task task, Optional<Container> worker) {
        if (reason(worker).contains(OUT_OF_MEMORY)) {
            return Optional.of(
                    "It needed more memory than its resource class has (OutOfMemoryError).");
        }
        return switch (stopCode(task)) {
            case SPOT_INTERRUPTION -> Optional.of("Fargate Spot took its capacity back.");
            case TERMINATION_NOTICE -> Optional.of("Fargate took its machine out of service.");
            default -> Optional.empty();
        };
    }

    private static TaskStatus lost(Task task, Optional<Container> worker) {
        String reason = text(task.stoppedReason()) + " " + reason(worker);
        if (reason.contains(NO_IMAGE)) {
            return isMissing(reason)
                    ? new TaskStatus.Lost(
                            "The task's container image does not exist, or may not be read (CannotPullContainerError).",
                            false)
                    : new TaskStatus.Lost(
                            "The task's container image could not be fetched (CannotPullContainerError).",
                            true);
        }
        return new TaskStatus.Lost(
                switch (stopCode(task)) {
                    case SPOT_INTERRUPTION -> "Fargate Spot took the task's capacity back.";
                    case TERMINATION_NOTICE -> "Fargate took the task's machine out of service.";
                    case TASK_FAILED_TO_START ->
                            "ECS could not start the task (%s)."
                                    .formatted(firstWord(text(task.stoppedReason())));
                    case USER_INITIATED -> "The task was stopped.";
                    default ->
                            reason.contains(OUT_OF_MEMORY)
                                    ? "The task needed more memory than its resource class has (OutOfMemoryError)."
                                    : "ECS ended the task.";
                },
                true);
    }

    private static TaskStopCode stopCode(Task task) {
        return Optional.ofNullable(task.stopCode()).orElse(TaskStopCode.UNKNOWN_TO_SDK_VERSION);
    }

    private static boolean isMissing(String reason) {
        String lower = reason.toLowerCase(Locale.ROOT);
        return Stream.of(
                        "not found",
                        "does not exist",
                        "manifest unknown",
                        "no such image",
                        "invalid reference",
                        "pull access denied")
                .anyMatch(lower::contains);
    }

    private static String reason(Optional<Container> worker) {
        return worker.map(one -> text(one.reason())).orElse("");
    }

    private static String text(String value) {
        return Optional.ofNullable(value).orElse("");
    }

    /// Such as `ResourceInitializationError`: what follows names addresses of the account.
    private static String firstWord(String reason) {
        String word = reason.split("[:\\s]", 2)[0];
        return word.isEmpty() ? "no reason given" : word;
    }
}

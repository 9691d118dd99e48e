package dev.makeline.processor.task;

import java.util.List;
import java.util.Map;

/// The container that a job brings, for runners that start it beside the task's own.
///
/// @param command empty for the image's own
/// @param environment the variables that it gets, and no others; secrets among them
/// @param scope what the task needs that looks after it
public record TaskContainer(
        String image, List<String> command, Map<String, String> environment, TaskScope scope) {

    /// By which it is known among the containers of its task.
    public static final String NAME = "job";

    public TaskContainer {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    @Override
    public String toString() {
        return "TaskContainer[image=%s]".formatted(image);
    }
}

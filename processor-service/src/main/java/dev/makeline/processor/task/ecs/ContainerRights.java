package dev.makeline.processor.task.ecs;

import dev.makeline.processor.task.TaskRequest;
import dev.makeline.processor.task.TaskScope;
import java.util.Map;

/// Has the task's own container do its job beside a registered image, although their task has no
/// role: whatever a task's role may do, each of its containers may.
public interface ContainerRights {

    /// Throws the SDK's exceptions.
    ///
    /// @param role the ARN of the role that tasks have
    /// @return the variables of the task's own container, secrets among them
    Map<String, String> of(TaskRequest request, TaskScope scope, String role);
}

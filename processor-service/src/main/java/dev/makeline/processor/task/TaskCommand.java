package dev.makeline.processor.task;

import java.util.List;
import java.util.Map;

/// How the process of a task is started.
public interface TaskCommand {

    List<String> of(TaskRequest request);

    /// Variables that the process gets beside, or instead of, those of this process.
    Map<String, String> environment();

    /// Told of the end of each process that was started so.
    default void ended(TaskRequest request, int exitCode) {}
}

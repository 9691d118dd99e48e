package dev.makeline.processor.kind.container;

import dev.makeline.processor.task.TaskCommand;
import dev.makeline.processor.task.TaskRequest;
import java.util.List;
import java.util.Map;

/// Removes the container of a task that was killed, and so could not do it by itself.
public final class ContainersOfTasks implements TaskCommand {

    private final TaskCommand command;
    private final CliContainerEngine engine;

    public ContainersOfTasks(TaskCommand command, CliContainerEngine engine) {
        this.command = command;
        this.engine = engine;
    }

    @Override
    public List<String> of(TaskRequest request) {
        return command.of(request);
    }

    @Override
    public Map<String, String> environment() {
        return command.environment();
    }

    @Override
    public void ended(TaskRequest request, int exitCode) {
        command.ended(request, exitCode);
        if (exitCode != 0) {
            String container = ContainerOrder.name(request.job(), request.attempt());
            Thread.ofVirtual().name("container-removal").start(() -> engine.remove(container));
        }
    }
}

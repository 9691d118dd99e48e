package dev.makeline.processor.task;

import dev.makeline.operations.ParentProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// This very program in its role `run`, in a Java of its own with a heap of the job's resource
/// class. Only ids stand on the command line.
public final class JavaTaskCommand implements TaskCommand {

    /// A task lives for moments: it starts sooner with the first compiler alone.
    private static final List<String> JVM_FLAGS =
            List.of(
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-Xshare:auto");

    private final Class<?> application;

    /// @param application whose `main` understands `run <jobId> <attempt>`
    public JavaTaskCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public List<String> of(TaskRequest request) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM_FLAGS);
        command.add("-Xmx%dm".formatted(request.resources().heapMebibytes()));
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(application.getName());
        command.add("run");
        command.add(request.job().value());
        command.add(Integer.toString(request.attempt()));
        return command;
    }

    /// A task ends with the dispatcher that started it: its attempt is then seen as lost, not left
    /// to a process that nobody looks after.
    @Override
    public Map<String, String> environment() {
        return Map.of(ParentProcess.VARIABLE, Long.toString(ProcessHandle.current().pid()));
    }
}

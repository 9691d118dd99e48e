package dev.makeline.processor.task;

import dev.makeline.operations.ParentProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// This very program in its role `run`, in a Java of its own with a heap of the job's resource
/// class. Only ids stand on the command line.
public final class JavaTaskCommand implements TaskCommand {

    /// A task lives for moments: it starts sooner with the first compiler alone.
    private static final List<String> JVM_FLAGS =
            List.of(
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-XX:+UseCompactObjectHeaders",
                    // A cache that stays where it was made for is mapped without being written to.
                    "-XX:+UnlockDiagnosticVMOptions",
                    "-XX:ArchiveRelocationMode=0",
                    "-Xlog:disable",
                    "-Xlog:all=error:stderr");

    private final Class<?> application;
    private final Optional<TaskCache> cache;

    /// @param application whose `main` understands `run <jobId> <attempt>`
    /// @param cacheFolder where tasks leave what makes later ones start sooner; empty for nowhere
    public JavaTaskCommand(Class<?> application, Optional<Path> cacheFolder) {
        this.application = application;
        String classPath = System.getProperty("java.class.path");
        this.cache =
                cacheFolder
                        .filter(_ -> TaskCache.takes(classPath))
                        .map(folder -> TaskCache.in(folder, classPath));
    }

    @Override
    public List<String> of(TaskRequest request) {
        List<String> command = java(request.resources().heapMebibytes());
        cache.ifPresent(one -> command.addAll(1, one.flags(name(request))));
        command.add(application.getName());
        command.add("run");
        command.add(request.job().value());
        command.add(Integer.toString(request.attempt()));
        return command;
    }

    private static List<String> java(int heapMebibytes) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM_FLAGS);
        command.add("-Xmx%dm".formatted(heapMebibytes));
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        return command;
    }

    @Override
    public void ended(TaskRequest request, int exitCode) {
        cache.ifPresent(one ->
                one.ended(name(request), exitCode == 0, java(request.resources().heapMebibytes())));
    }

    private static String name(TaskRequest request) {
        return "%s:%d".formatted(request.job(), request.attempt());
    }

    /// A task ends with the dispatcher that started it: its attempt is then seen as lost, not left
    /// to a process that nobody looks after.
    @Override
    public Map<String, String> environment() {
        return Map.of(ParentProcess.VARIABLE, Long.toString(ProcessHandle.current().pid()));
    }
}

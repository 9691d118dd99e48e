package dev.makeline.launcher.instance;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a running instance tells other commands about itself, in a file.
///
/// @param pid of its launcher
/// @param data the folder it holds locked
/// @param mark stands on the command line of each of its processes
/// @param processes pid by name; those that run now
public record RunningInstance(
        long pid,
        Instant startedAt,
        String data,
        boolean keepsData,
        String mark,
        Ports ports,
        Map<String, Long> processes) {

    public RunningInstance {
        processes = Map.copyOf(processes);
    }

    RunningInstance with(Map<String, Long> now) {
        return new RunningInstance(pid, startedAt, data, keepsData, mark, ports, now);
    }

    /// A pid may by now be another program's: the instance lives only while its folder is locked.
    @JsonIgnore
    public boolean isAlive() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent()
                && DataFolder.isHeldBy(Path.of(data), pid);
    }

    /// Where mails to people land as files.
    @JsonIgnore
    public Path mail() {
        return Path.of(data).resolve("mail");
    }

    /// Where administrators are told of deletions, a file for each.
    @JsonIgnore
    public Path notices() {
        return Path.of(data).resolve("notices");
    }

    /// Its processes that still run; told by their command line, since pids are used again.
    List<ProcessHandle> livingProcesses() {
        return processes.values().stream()
                .map(ProcessHandle::of)
                .flatMap(Optional::stream)
                .filter(this::carriesMark)
                .toList();
    }

    private boolean carriesMark(ProcessHandle process) {
        return process.info()
                .arguments()
                .map(arguments -> List.of(arguments).contains(MakelineProcesses.MARK + mark))
                .orElse(false);
    }
}

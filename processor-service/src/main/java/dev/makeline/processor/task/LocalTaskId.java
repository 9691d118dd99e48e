package dev.makeline.processor.task;

import dev.makeline.protocol.JobId;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The name of a task that is a child process: the process whose child it is, and the attempt.
/// Whoever reads it on the same machine can tell whether that process, and with it the task, is
/// still there.
///
/// @param host the machine, or the container, that the process id belongs to
/// @param pid of the parent
/// @param startedAt of the parent, milliseconds since the epoch, since process ids are used again;
///   0 where the machine does not tell
record LocalTaskId(String host, long pid, long startedAt, JobId job, int attempt) {

    private static final String HOST = thisHost();
    private static final Pattern FORM =
            Pattern.compile("local:([^:]+):(\\d+):(\\d+):([^:]+):(\\d+)");

    /// A child of this process.
    static LocalTaskId ofThisProcess(JobId job, int attempt) {
        ProcessHandle self = ProcessHandle.current();
        return new LocalTaskId(HOST, self.pid(), startOf(self), job, attempt);
    }

    static Optional<LocalTaskId> of(TaskId task) {
        Matcher parts = FORM.matcher(task.value());
        return parts.matches()
                ? Optional.of(
                        new LocalTaskId(
                                parts.group(1),
                                Long.parseLong(parts.group(2)),
                                Long.parseLong(parts.group(3)),
                                new JobId(parts.group(4)),
                                Integer.parseInt(parts.group(5))))
                : Optional.empty();
    }

    /// Whether its parent is known to have ended.
    boolean isOrphan() {
        return host.equals(HOST)
                && ProcessHandle.of(pid).filter(parent -> startOf(parent) == startedAt).isEmpty();
    }

    TaskId id() {
        return new TaskId("local:%s:%d:%d:%s:%d".formatted(host, pid, startedAt, job, attempt));
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private static String thisHost() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}

package dev.makeline.benchmark.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// Looks at the child processes of a dispatcher while it works: how many there are at once, and how
/// much memory the largest has had. Linux alone tells the memory.
public final class TaskWatch implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(20);

    private final ProcessHandle dispatcher;
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicLong largest = new AtomicLong();
    private final Thread thread;

    private TaskWatch(ProcessHandle dispatcher) {
        this.dispatcher = dispatcher;
        this.thread = Thread.ofPlatform().daemon().name("task-watch").unstarted(this::run);
    }

    static TaskWatch of(ProcessHandle dispatcher) {
        TaskWatch watch = new TaskWatch(dispatcher);
        watch.thread.start();
        return watch;
    }

    private void run() {
        try {
            while (true) {
                List<ProcessHandle> children = dispatcher.children().toList();
                most.accumulateAndGet(children.size(), Math::max);
                children.forEach(
                        child -> largest.accumulateAndGet(peakKibibytes(child), Math::max));
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// At once.
    int mostTasks() {
        return most.get();
    }

    /// Resident, of the largest task; 0 where it is not told.
    long largestMebibytes() {
        return largest.get() / 1024;
    }

    /// Resident, at its peak; 0 where it is not told.
    static long peakMebibytes(ProcessHandle process) {
        return peakKibibytes(process) / 1024;
    }

    private static long peakKibibytes(ProcessHandle process) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status"))
                    .stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException _) {
            return 0;
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}

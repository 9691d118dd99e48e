package dev.makeline.benchmark.profile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/// Where the samples of running Java code were taken.
///
/// @param self samples by the method on top of the stack
/// @param total samples by every method on the stack, once for each sample
/// @param threads samples by thread group: the thread's name without its numbers
public record CpuProfile(
        int samples,
        Map<String, Integer> self,
        Map<String, Integer> total,
        Map<String, Integer> threads) {

    private static final Set<String> SAMPLES =
            Set.of("jdk.ExecutionSample", "jdk.NativeMethodSample");

    /// Native methods are sampled while they wait, too; these only wait.
    private static final Set<String> WAITING =
            Set.of(
                    "epollWait",
                    "poll",
                    "accept",
                    "wait",
                    "park",
                    "waitForReferencePendingList",
                    "waitForProcessExit0");

    public static CpuProfile of(Path recording) throws IOException {
        Map<String, Integer> self = new HashMap<>();
        Map<String, Integer> total = new HashMap<>();
        Map<String, Integer> threads = new HashMap<>();
        int samples = 0;
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                RecordedStackTrace stack = event.getStackTrace();
                if (SAMPLES.contains(event.getEventType().getName())
                        && stack != null
                        && isWork(stack)) {
                    samples++;
                    count(stack.getFrames(), self, total);
                    threads.merge(threadGroup(event), 1, Integer::sum);
                }
            }
        }
        return new CpuProfile(samples, self, total, threads);
    }

    /// The first of a count, each with its share of all samples, one a line.
    public String top(Map<String, Integer> counts, int lines) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(lines)
                .map(entry ->
                        "%5.1f %%  %s"
                                .formatted(100.0 * entry.getValue() / samples, entry.getKey()))
                .collect(Collectors.joining("\n"));
    }

    private static void count(
            List<RecordedFrame> frames, Map<String, Integer> self, Map<String, Integer> total) {
        self.merge(name(frames.getFirst()), 1, Integer::sum);
        Set<String> seen = new HashSet<>();
        frames.forEach(frame -> seen.add(name(frame)));
        seen.forEach(name -> total.merge(name, 1, Integer::sum));
    }

    private static boolean isWork(RecordedStackTrace stack) {
        return !stack.getFrames().isEmpty()
                && !WAITING.contains(stack.getFrames().getFirst().getMethod().getName());
    }

    private static String name(RecordedFrame frame) {
        return frame.getMethod().getType().getName() + '.' + frame.getMethod().getName();
    }

    private static String threadGroup(RecordedEvent event) {
        var thread = event.getThread("sampledThread");
        String name = thread == null ? null : thread.getJavaName();
        return name == null ? "?" : name.replaceAll("[0-9a-f]{6,}|\\d+", "#");
    }
}

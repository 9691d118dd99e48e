package dev.makeline.benchmark.instance;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// CPU time that processes have used since they started, by name.
public record CpuTime(Map<String, Duration> byProcess) {

    public CpuTime {
        byProcess = Map.copyOf(byProcess);
    }

    /// @param processes those that have ended count as zero
    public static CpuTime of(Map<String, ProcessHandle> processes) {
        return new CpuTime(
                processes.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, entry -> usedBy(entry.getValue()))));
    }

    /// What was used since, in seconds; a process that was not there before counts in full.
    public Map<String, Double> secondsSince(CpuTime before) {
        Map<String, Double> seconds = new TreeMap<>();
        byProcess.forEach((process, now) ->
                seconds.put(
                        process,
                        now.minus(before.byProcess.getOrDefault(process, Duration.ZERO)).toMillis()
                                / 1000.0));
        return seconds;
    }

    private static Duration usedBy(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}

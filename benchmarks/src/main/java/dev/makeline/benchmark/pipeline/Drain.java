package dev.makeline.benchmark.pipeline;

import dev.makeline.benchmark.instance.AwsRequests;
import java.util.Map;

/// How files were drained that stood in the bucket before the watcher and the sender started.
///
/// @param putsPerSecond at which the benchmark put them before, with nothing else to do
/// @param makesPerSecond from the readiness of both to the last make kept
/// @param middleMakesPerSecond over the middle 80 % of them
/// @param cpuSeconds by process, of all from the start of watcher and sender on
/// @param awsRequests by process
public record Drain(
        int makes,
        double putsPerSecond,
        double seconds,
        double makesPerSecond,
        double middleMakesPerSecond,
        Map<String, Double> cpuSeconds,
        Map<String, AwsRequests> awsRequests) {

    public double awsRequestsPerMake() {
        return awsRequests.values().stream()
                        .flatMap(requests -> requests.byOperation().values().stream())
                        .mapToDouble(Double::doubleValue)
                        .sum()
                / makes;
    }

    /// What both rates allow when files are put and made on the same cores. The drain alone is no
    /// capacity: nothing is put meanwhile.
    public double makesPerSecondWhilePut() {
        return 1 / (1 / makesPerSecond + 1 / putsPerSecond);
    }

    public double cpuSecondsPer1000Makes() {
        return cpuSeconds.values().stream().mapToDouble(Double::doubleValue).sum() * 1000 / makes;
    }
}

package dev.makeline.benchmark.instance;

import java.util.regex.Pattern;

/// Reads Prometheus's text format as far as a benchmark needs it.
final class Metrics {

    /// Recipe-server's count of makes, each when it was kept for the first time; one line for each
    /// outcome of the comparison.
    static final Pattern MAKES_KEPT =
            Pattern.compile("(?m)^makeline_makes_total(?:\\{[^}]*})?\\s+(\\S+)");

    private Metrics() {}

    /// @param line its first group is the value
    static double sum(String metrics, Pattern line) {
        return line.matcher(metrics)
                .results()
                .mapToDouble(found -> Double.parseDouble(found.group(1)))
                .sum();
    }
}

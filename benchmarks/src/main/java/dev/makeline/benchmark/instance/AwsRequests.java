package dev.makeline.benchmark.instance;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How many requests one process has sent to AWS, by operation such as `Sqs ReceiveMessage`.
public record AwsRequests(Map<String, Double> byOperation) {

    private static final Pattern LINE =
            Pattern.compile("(?m)^makeline_aws_requests_total\\{([^}]*)}\\s+(\\S+)");
    private static final Pattern SERVICE = Pattern.compile("\\bservice=\"([^\"]*)\"");
    private static final Pattern OPERATION = Pattern.compile("\\boperation=\"([^\"]*)\"");

    public AwsRequests {
        byOperation = Map.copyOf(byOperation);
    }

    /// @param metrics a process's metrics in Prometheus's text format
    static AwsRequests parse(String metrics) {
        Map<String, Double> counts = new TreeMap<>();
        LINE.matcher(metrics)
                .results()
                .forEach(line ->
                        counts.merge(
                                label(SERVICE, line.group(1))
                                        + ' '
                                        + label(OPERATION, line.group(1)),
                                Double.parseDouble(line.group(2)),
                                Double::sum));
        return new AwsRequests(counts);
    }

    public AwsRequests since(AwsRequests before) {
        Map<String, Double> counts = new TreeMap<>();
        byOperation.forEach((operation, count) -> {
            double more = count - before.byOperation.getOrDefault(operation, 0.0);
            if (more > 0) {
                counts.put(operation, more);
            }
        });
        return new AwsRequests(counts);
    }

    public static AwsRequests none() {
        return new AwsRequests(Map.of());
    }

    private static String label(Pattern pattern, String labels) {
        Matcher matcher = pattern.matcher(labels);
        return matcher.find() ? matcher.group(1) : "?";
    }
}

package dev.makeline.deploy;

import dev.makeline.protocol.ResourceNames;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;

/// The figures of AWS that alarms and the dashboard are about; each is free of charge.
final class Figures {

    static final Duration MINUTE = Duration.minutes(1);

    private Figures() {}

    static List<String> queuesAndDeadLetters() {
        return MessagingStack.QUEUES.stream()
                .flatMap(queue -> Stream.of(queue, queue + ResourceNames.DEAD_LETTER_SUFFIX))
                .toList();
    }

    static IMetric age(String queue) {
        return metric(
                "AWS/SQS", "ApproximateAgeOfOldestMessage", "Maximum", Map.of("QueueName", queue));
    }

    static IMetric waiting(String queue) {
        return metric(
                "AWS/SQS",
                "ApproximateNumberOfMessagesVisible",
                "Maximum",
                Map.of("QueueName", queue));
    }

    static IMetric processor(String service) {
        return processor(service, "Average");
    }

    /// Each task reports its processor once a minute, so that the reports are as many as the tasks.
    static IMetric tasks(String service) {
        return processor(service, "SampleCount");
    }

    private static IMetric processor(String service, String statistic) {
        return metric(
                "AWS/ECS",
                "CPUUtilization",
                statistic,
                Map.of("ClusterName", ServicesStack.CLUSTER, "ServiceName", service));
    }

    static IMetric latency(ServicesStack services) {
        return services.balancer.getMetrics().targetResponseTime(eachMinute("p99"));
    }

    static IMetric throttles(String table) {
        String reads = "reads_" + table.replace('-', '_');
        String writes = "writes_" + table.replace('-', '_');
        return MathExpression.Builder.create()
                .label(table)
                .expression("%s + %s".formatted(reads, writes))
                .usingMetrics(
                        Map.of(
                                reads, throttles(table, "ReadThrottleEvents"),
                                writes, throttles(table, "WriteThrottleEvents")))
                .period(MINUTE)
                .build();
    }

    private static Metric throttles(String table, String name) {
        return metric("AWS/DynamoDB", name, "Sum", Map.of("TableName", table));
    }

    /// @param rule of EventBridge
    static IMetric matched(String rule, Duration period) {
        return metric("AWS/Events", "MatchedEvents", "Sum", Map.of("RuleName", rule))
                .with(MetricOptions.builder().period(period).build());
    }

    static MetricOptions eachMinute(String statistic) {
        return MetricOptions.builder().statistic(statistic).period(MINUTE).build();
    }

    private static Metric metric(
            String namespace, String name, String statistic, Map<String, String> dimensions) {
        return Metric.Builder.create()
                .namespace(namespace)
                .metricName(name)
                .statistic(statistic)
                .dimensionsMap(dimensions)
                .period(MINUTE)
                .build();
    }
}

package dev.makeline.deploy;

import dev.makeline.protocol.ResourceNames;
import dev.makeline.protocol.TableDefinitions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.budgets.CfnBudget;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.AlarmStatusWidget;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.IWidget;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.elasticloadbalancingv2.HttpCodeTarget;
import software.amazon.awscdk.services.events.CfnRule;
import software.amazon.awscdk.services.logs.CfnLogGroup;
import software.amazon.awscdk.services.logs.CfnResourcePolicy;
import software.constructs.Construct;

/// What people look at, what they are told, and what it may cost. Each alarm says what to look at.
final class WatchingStack extends MakelineStack {

    private static final Duration MINUTE = Duration.minutes(1);

    /// Work waits for a minute at most in good times; scaling has had its turn by then.
    private static final int LATE_SECONDS = 300;

    private static final double SLOW_SECONDS = 2;
    private static final int FAILED_ANSWERS = 5;
    private static final int FAILED_TASKS = 3;

    private static final String FAILED_TASKS_RULE = "makeline-failed-tasks";
    private static final String FAILED_TASKS_LOG = "/aws/events/makeline-failed-tasks";

    /// What a process ends with that was told to stop.
    private static final int SIGTERM = 143;

    private final SnsAction people;
    private final List<Alarm> alarms = new ArrayList<>();

    WatchingStack(
            Construct scope,
            Environment environment,
            MessagingStack messaging,
            ServicesStack services) {
        super(scope, environment, "watching", "a dashboard, alarms and a budget");
        people = new SnsAction(messaging.alarms);
        queues();
        server(services);
        tables();
        tasks(services);
        Dashboard.Builder.create(this, "Dashboard")
                .dashboardName("makeline")
                .widgets(widgets(services))
                .build();
        budget();
    }

    private void queues() {
        MessagingStack.QUEUES.forEach(queue -> {
            tell(
                    queue + "-late",
                    "The oldest message of %s waits for more than %d s: look at the service that takes from it."
                            .formatted(queue, LATE_SECONDS),
                    age(queue),
                    LATE_SECONDS,
                    5);
            String deadLetters = queue + ResourceNames.DEAD_LETTER_SUFFIX;
            tell(
                    deadLetters + "-not-empty",
                    "%s holds messages that were given up: read them, remove the cause, move them back."
                            .formatted(deadLetters),
                    waiting(deadLetters),
                    0,
                    1);
        });
    }

    private void server(ServicesStack services) {
        tell(
                "server-fails",
                "recipe-server answers with 5xx: look at its log for ERROR.",
                services.balancer
                        .getMetrics()
                        .httpCodeTarget(HttpCodeTarget.TARGET_5XX_COUNT, sum()),
                FAILED_ANSWERS,
                3);
        tell(
                "server-unreachable",
                "A task of recipe-server does not say that it is ready: its health names the dependency.",
                services.targets.getMetrics().unhealthyHostCount(maximum()),
                0,
                5);
        tell(
                "server-slow",
                "One in a hundred requests takes more than %s s: look at throttles, and at the processor's load."
                        .formatted(SLOW_SECONDS),
                latency(services),
                SLOW_SECONDS,
                5);
    }

    private void tables() {
        TableDefinitions.all()
                .forEach(table ->
                        tell(
                                table.tableName() + "-throttled",
                                "%s refuses requests: one partition is asked too much, or the account's limit is reached."
                                        .formatted(table.tableName()),
                                throttles(table.tableName()),
                                0,
                                3));
    }

    /// Tasks that ended by themselves with another code than 0, whether of services or of jobs.
    private void tasks(ServicesStack services) {
        CfnLogGroup log =
                CfnLogGroup.Builder.create(this, "FailedTasksLog")
                        .logGroupName(FAILED_TASKS_LOG)
                        .retentionInDays(chosen().logDays())
                        .build();
        CfnRule rule =
                CfnRule.Builder.create(this, "FailedTasks")
                        .name(FAILED_TASKS_RULE)
                        .eventPattern(failedTasks(services))
                        .targets(
                                List.of(
                                        CfnRule.TargetProperty.builder()
                                                .id("log")
                                                .arn(
                                                        site().arn(
                                                                        "logs",
                                                                        "log-group:"
                                                                                + FAILED_TASKS_LOG))
                                                .build()))
                        .build();
        rule.getNode().addDependency(log);
        CfnResourcePolicy.Builder.create(this, "FailedTasksMayBeLogged")
                .policyName("makeline-failed-tasks")
                .policyDocument(
                        """
                        {"Version":"2012-10-17","Statement":[{"Effect":"Allow",\
                        "Principal":{"Service":["events.amazonaws.com","delivery.logs.amazonaws.com"]},\
                        "Action":["logs:CreateLogStream","logs:PutLogEvents"],\
                        "Resource":"%s:*"}]}\
                        """
                                .formatted(site().arn("logs", "log-group:" + FAILED_TASKS_LOG)))
                .build();
        tell(
                "tasks-fail",
                "Tasks end with an error: the log /aws/events/makeline-failed-tasks says which and why.",
                metric("AWS/Events", "MatchedEvents", "Sum", Map.of("RuleName", FAILED_TASKS_RULE)),
                FAILED_TASKS,
                1);
    }

    private static Map<String, Object> failedTasks(ServicesStack services) {
        return Map.of(
                "source",
                List.of("aws.ecs"),
                "detail-type",
                List.of("ECS Task State Change"),
                "detail",
                Map.of(
                        "clusterArn",
                        List.of(services.cluster.getClusterArn()),
                        "lastStatus",
                        List.of("STOPPED"),
                        "containers",
                        Map.of("exitCode", List.of(Map.of("anything-but", List.of(0, SIGTERM))))));
    }

    private void tell(
            String name, String description, IMetric metric, double threshold, int minutes) {
        Alarm alarm =
                Alarm.Builder.create(this, name)
                        .alarmName("makeline-" + name)
                        .alarmDescription(description)
                        .metric(metric)
                        .threshold(threshold)
                        .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
                        .evaluationPeriods(minutes)
                        .treatMissingData(TreatMissingData.NOT_BREACHING)
                        .build();
        alarm.addAlarmAction(people);
        alarm.addOkAction(people);
        alarms.add(alarm);
    }

    private List<List<IWidget>> widgets(ServicesStack services) {
        List<String> all =
                MessagingStack.QUEUES.stream()
                        .flatMap(
                                queue -> Stream.of(queue, queue + ResourceNames.DEAD_LETTER_SUFFIX))
                        .toList();
        return List.of(
                List.of(
                        AlarmStatusWidget.Builder.create()
                                .title("Alarms")
                                .alarms(alarms)
                                .width(24)
                                .build()),
                List.of(
                        graph("Messages that wait", all.stream().map(WatchingStack::waiting)),
                        graph(
                                "Age of the oldest, s",
                                MessagingStack.QUEUES.stream().map(WatchingStack::age))),
                List.of(
                        graph(
                                "Requests",
                                Stream.of(services.balancer.getMetrics().requestCount(sum()))),
                        graph("Slowest in a hundred, s", Stream.of(latency(services)))),
                List.of(
                        graph(
                                "Processor, %",
                                Stream.of(
                                                "recipe-server",
                                                "watcher-service",
                                                "sender-service",
                                                "processor-service")
                                        .map(WatchingStack::processor)),
                        graph(
                                "Throttled",
                                TableDefinitions.all().stream()
                                        .map(table -> throttles(table.tableName())))));
    }

    private static IWidget graph(String title, Stream<? extends IMetric> metrics) {
        return GraphWidget.Builder.create()
                .title(title)
                .left(List.copyOf(metrics.toList()))
                .width(12)
                .build();
    }

    private static IMetric latency(ServicesStack services) {
        return services.balancer
                .getMetrics()
                .targetResponseTime(
                        MetricOptions.builder().statistic("p99").period(MINUTE).build());
    }

    private static MetricOptions sum() {
        return MetricOptions.builder().statistic("Sum").period(MINUTE).build();
    }

    private static MetricOptions maximum() {
        return MetricOptions.builder().statistic("Maximum").period(MINUTE).build();
    }

    private static IMetric age(String queue) {
        return metric(
                "AWS/SQS", "ApproximateAgeOfOldestMessage", "Maximum", Map.of("QueueName", queue));
    }

    private static IMetric waiting(String queue) {
        return metric(
                "AWS/SQS",
                "ApproximateNumberOfMessagesVisible",
                "Maximum",
                Map.of("QueueName", queue));
    }

    private static IMetric processor(String service) {
        return metric(
                "AWS/ECS",
                "CPUUtilization",
                "Average",
                Map.of("ClusterName", ServicesStack.CLUSTER, "ServiceName", service));
    }

    private static IMetric throttles(String table) {
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

    private void budget() {
        CfnBudget.Builder.create(this, "Budget")
                .budget(
                        CfnBudget.BudgetDataProperty.builder()
                                .budgetName("makeline-" + chosen().name())
                                .budgetType("COST")
                                .timeUnit("MONTHLY")
                                .budgetLimit(
                                        CfnBudget.SpendProperty.builder()
                                                .amount(chosen().monthlyDollars())
                                                .unit("USD")
                                                .build())
                                .build())
                .notificationsWithSubscribers(
                        List.of(beyond("ACTUAL", 80), beyond("FORECASTED", 100)))
                .build();
    }

    private CfnBudget.NotificationWithSubscribersProperty beyond(String kind, int percent) {
        return CfnBudget.NotificationWithSubscribersProperty.builder()
                .notification(
                        CfnBudget.NotificationProperty.builder()
                                .notificationType(kind)
                                .comparisonOperator("GREATER_THAN")
                                .threshold(percent)
                                .thresholdType("PERCENTAGE")
                                .build())
                .subscribers(
                        List.of(
                                CfnBudget.SubscriberProperty.builder()
                                        .subscriptionType("EMAIL")
                                        .address(site().mail())
                                        .build()))
                .build();
    }
}

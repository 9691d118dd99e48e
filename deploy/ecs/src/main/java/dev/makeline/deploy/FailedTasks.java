package dev.makeline.deploy;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.events.CfnRule;
import software.amazon.awscdk.services.logs.CfnLogGroup;
import software.amazon.awscdk.services.logs.CfnResourcePolicy;

/// Tasks that end by an error, never start or are killed since they are not well, and deployments
/// that ECS takes back; by the events that ECS tells EventBridge, kept in a log.
///
/// A container that somebody brought may fail as it likes: its job says so to its owner.
final class FailedTasks {

    static final String TASKS_RULE = "makeline-failed-tasks";
    static final String DEPLOYMENTS_RULE = "makeline-failed-deployments";

    private static final String LOG = "/aws/events/makeline-failed-tasks";

    /// ECS waits ever longer before it starts a task again that does not come up, so that a minute
    /// never sees more than one.
    private static final Duration WINDOW = Duration.minutes(15);

    private static final int TASKS = 2;

    /// What a process ends with that was told to stop.
    private static final int SIGTERM = 143;

    private final MakelineStack stack;
    private final CfnLogGroup log;

    FailedTasks(MakelineStack stack) {
        this.stack = stack;
        log =
                CfnLogGroup.Builder.create(stack, "FailedTasksLog")
                        .logGroupName(LOG)
                        .retentionInDays(stack.chosen().logDays())
                        .build();
        CfnResourcePolicy.Builder.create(stack, "FailedTasksMayBeLogged")
                .policyName("makeline-failed-tasks")
                .policyDocument(
                        """
                        {"Version":"2012-10-17","Statement":[{"Effect":"Allow",\
                        "Principal":{"Service":["events.amazonaws.com","delivery.logs.amazonaws.com"]},\
                        "Action":["logs:CreateLogStream","logs:PutLogEvents"],\
                        "Resource":"%s:*"}]}\
                        """
                                .formatted(stack.site().arn("logs", "log-group:" + LOG)))
                .build();
    }

    void tell(Alarms alarms) {
        rule("FailedTasks", TASKS_RULE, tasks());
        alarms.above(
                "tasks-fail",
                "Tasks end with an error, do not start or are not well: the log %s says which and why."
                        .formatted(LOG),
                Figures.matched(TASKS_RULE, WINDOW),
                TASKS,
                1);
        rule("FailedDeployments", DEPLOYMENTS_RULE, deployments());
        alarms.above(
                "deployment-fails",
                "ECS took a deployment back, and what was there before runs on: the log %s says which service, and that service's own log why."
                        .formatted(LOG),
                Figures.matched(DEPLOYMENTS_RULE, Figures.MINUTE),
                0,
                1);
    }

    private void rule(String id, String name, Map<String, Object> pattern) {
        CfnRule.Builder.create(stack, id)
                .name(name)
                .eventPattern(pattern)
                .targets(
                        List.of(
                                CfnRule.TargetProperty.builder()
                                        .id("log")
                                        .arn(stack.site().arn("logs", "log-group:" + LOG))
                                        .build()))
                .build()
                .getNode()
                .addDependency(log);
    }

    private Map<String, Object> tasks() {
        Map<String, Object> ended =
                Map.of(
                        "stopCode",
                        List.of("EssentialContainerExited"),
                        "containers",
                        Map.of("exitCode", List.of(Map.of("anything-but", List.of(0, SIGTERM)))),
                        "taskDefinitionArn",
                        List.of(
                                Map.of(
                                        "anything-but",
                                        Map.of(
                                                "prefix",
                                                stack.site()
                                                        .arn(
                                                                "ecs",
                                                                "task-definition/makeline-task-container-")))));
        return Map.of(
                "source",
                List.of("aws.ecs"),
                "detail-type",
                List.of("ECS Task State Change"),
                "detail",
                Map.of(
                        "clusterArn",
                        List.of(stack.site().arn("ecs", "cluster/" + ServicesStack.CLUSTER)),
                        "lastStatus",
                        List.of("STOPPED"),
                        "$or",
                        List.of(
                                ended,
                                Map.of("stopCode", List.of("TaskFailedToStart")),
                                Map.of(
                                        "stoppedReason",
                                        List.of(Map.of("wildcard", "*failed*health checks*"))))));
    }

    private Map<String, Object> deployments() {
        return Map.of(
                "source",
                List.of("aws.ecs"),
                "detail-type",
                List.of("ECS Deployment State Change"),
                "resources",
                List.of(
                        Map.of(
                                "prefix",
                                stack.site().arn("ecs", "service/" + ServicesStack.CLUSTER + "/"))),
                "detail",
                Map.of("eventName", List.of("SERVICE_DEPLOYMENT_FAILED")));
    }
}

package dev.makeline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Events as ECS tells them, against the rules of the templates.
@NeedsNode
class FailedTasksTest {

    private static final String DEFINITIONS =
            Installation.SITE.arn("ecs", "task-definition/makeline-");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    sender-service:3        | EssentialContainerExited  | 1    | Essential container in task exited
                    sender-service:3        | EssentialContainerExited  | 137  | Essential container in task exited
                    task:3                  | EssentialContainerExited  | 3    | Essential container in task exited
                    recipe-server:3         | TaskFailedToStart         |      | CannotPullContainerError: image not found
                    recipe-server:3         | TaskFailedToStart         |      | ResourceInitializationError: unable to pull secrets
                    task-container-12ab:1   | TaskFailedToStart         |      | CannotPullContainerError: image not found
                    recipe-server:3         | ServiceSchedulerInitiated | 143  | Task failed ELB health checks in (target-group arn:aws:elasticloadbalancing:us-east-1:1:targetgroup/a/b)
                    watcher-service:3       | ServiceSchedulerInitiated | 143  | Task failed container health checks
                    """)
    void aTaskThatFailsIsCounted(String task, String code, Integer exit, String reason) {
        assertThat(
                        EventPattern.matches(
                                rule(FailedTasks.TASKS_RULE), stopped(task, code, exit, reason)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    task:3                  | EssentialContainerExited  | 0    | Essential container in task exited
                    task-container-12ab:1   | EssentialContainerExited  | 1    | Essential container in task exited
                    sender-service:3        | ServiceSchedulerInitiated | 143  | Scaling activity initiated by (deployment ecs-svc/1)
                    sender-service:3        | SpotInterruption          | 137  | Your Spot Task was interrupted.
                    task:3                  | UserInitiated             | 143  | Its job does not want it any more.
                    """)
    void aTaskThatEndsAsItShouldIsNot(String task, String code, Integer exit, String reason) {
        assertThat(
                        EventPattern.matches(
                                rule(FailedTasks.TASKS_RULE), stopped(task, code, exit, reason)))
                .isFalse();
    }

    @Test
    void aDeploymentThatIsTakenBackIsTold() {
        assertThat(deployment("SERVICE_DEPLOYMENT_FAILED", "makeline")).isTrue();
        assertThat(deployment("SERVICE_DEPLOYMENT_COMPLETED", "makeline")).isFalse();
        assertThat(deployment("SERVICE_DEPLOYMENT_FAILED", "somebody-elses")).isFalse();
    }

    private static JsonNode rule(String name) {
        return Installation.dev().resource("AWS::Events::Rule", "/Name", name).at("/EventPattern");
    }

    private static JsonNode stopped(
            String task, String code, @Nullable Integer exit, String reason) {
        ObjectNode event = Installation.JSON.createObjectNode();
        event.put("source", "aws.ecs").put("detail-type", "ECS Task State Change");
        ObjectNode detail = event.putObject("detail");
        detail.put("clusterArn", Installation.SITE.arn("ecs", "cluster/makeline"))
                .put("lastStatus", "STOPPED")
                .put("taskDefinitionArn", DEFINITIONS + task)
                .put("stopCode", code)
                .put("stoppedReason", reason);
        ObjectNode container = detail.putArray("containers").addObject();
        if (exit != null) {
            container.put("exitCode", exit);
        }
        return event;
    }

    private static boolean deployment(String name, String cluster) {
        ObjectNode event = Installation.JSON.createObjectNode();
        event.put("source", "aws.ecs").put("detail-type", "ECS Deployment State Change");
        event.putArray("resources")
                .add(Installation.SITE.arn("ecs", "service/%s/recipe-server".formatted(cluster)));
        event.putObject("detail").put("eventName", name);
        return EventPattern.matches(rule(FailedTasks.DEPLOYMENTS_RULE), event);
    }
}

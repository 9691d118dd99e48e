package dev.makeline.deploy;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.deploy.Installation.Resource;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@NeedsNode
class WatchingTest {

    @ParameterizedTest
    @MethodSource("dev.makeline.deploy.Installation#both")
    void whatCanGoWrongIsTold(Installation installation) {
        assertThat(
                        installation
                                .resources("AWS::CloudWatch::Alarm")
                                .map(alarm -> alarm.at("/AlarmName").asText()))
                .contains(
                        "makeline-makeline-s3-events-late",
                        "makeline-makeline-upload-jobs-late",
                        "makeline-makeline-upload-jobs-dlq-not-empty",
                        "makeline-server-fails",
                        "makeline-balancer-fails",
                        "makeline-deployment-fails",
                        "makeline-server-slow",
                        "makeline-server-unreachable",
                        "makeline-tasks-fail",
                        "makeline-makeline-recipes-throttled");
    }

    @ParameterizedTest
    @MethodSource("dev.makeline.deploy.Installation#both")
    void everyAlarmTellsPeopleAndSaysWhatToLookAt(Installation installation) {
        assertThat(alarms(installation))
                .allSatisfy(alarm -> {
                    assertThat(alarm.at("/AlarmActions")).hasSize(1);
                    assertThat(alarm.at("/AlarmDescription").asText()).contains(": ");
                });
        assertThat(
                        installation
                                .resources("AWS::SNS::Subscription")
                                .filter(told -> told.at("/Protocol").asText().equals("email")))
                .hasSize(2);
    }

    /// A service that is dead reports nothing, so that no figure must be the worst of them.
    @ParameterizedTest
    @MethodSource("dev.makeline.deploy.Installation#both")
    void aServiceOfWhichNoTaskRunsIsTold(Installation installation) {
        assertThat(
                        alarms(installation)
                                .filter(alarm -> alarm.at("/AlarmName").asText().endsWith("-gone")))
                .hasSize(4)
                .allSatisfy(alarm -> {
                    assertThat(alarm.at("/TreatMissingData").asText()).isEqualTo("breaching");
                    assertThat(alarm.at("/ComparisonOperator").asText())
                            .isEqualTo("LessThanThreshold");
                    assertThat(alarm.at("/Threshold").asInt()).isEqualTo(1);
                })
                .extracting(WatchingTest::figure)
                .containsExactlyInAnyOrder(
                        "HealthyHostCount Maximum",
                        "CPUUtilization SampleCount watcher-service",
                        "CPUUtilization SampleCount sender-service",
                        "CPUUtilization SampleCount processor-service");
        assertThat(
                        installation
                                .resources("AWS::ECS::Service")
                                .map(service -> service.at("/ServiceName").asText()))
                .containsExactlyInAnyOrder(
                        "recipe-server", "watcher-service", "sender-service", "processor-service");
    }

    /// ECS starts a task that does not come up ever later again.
    @ParameterizedTest
    @MethodSource("dev.makeline.deploy.Installation#both")
    void tasksThatFailAreCountedForLongEnoughToSeeThemFailAgain(Installation installation) {
        Resource alarm =
                installation.resource(
                        "AWS::CloudWatch::Alarm", "/AlarmName", "makeline-tasks-fail");

        assertThat(alarm.at("/Period").asInt()).isEqualTo(15 * 60);
        assertThat(alarm.at("/Threshold").asInt()).isEqualTo(2);
        assertThat(alarm.at("/Dimensions/0/Value").asText()).isEqualTo(FailedTasks.TASKS_RULE);
    }

    @ParameterizedTest
    @MethodSource("dev.makeline.deploy.Installation#both")
    void costsBeyondTheBudgetAreTold(Installation installation) {
        Resource budget = installation.resources("AWS::Budgets::Budget").findFirst().orElseThrow();

        assertThat(budget.at("/Budget/BudgetLimit/Amount").asInt())
                .isEqualTo(installation.environment.monthlyDollars());
        assertThat(
                        Installation.elements(budget.at("/NotificationsWithSubscribers"))
                                .map(told -> told.at("/Notification/NotificationType"))
                                .map(JsonNode::asText))
                .containsExactly("ACTUAL", "FORECASTED");
    }

    @ParameterizedTest
    @MethodSource("dev.makeline.deploy.Installation#both")
    void onlyAlarmsOfThisAccountTellTheTopicOfAlarmsAndNobodyInClear(Installation installation) {
        assertThat(
                        Statements.of(installation)
                                .filter(statement ->
                                        statement.resource().type().equals("AWS::SNS::TopicPolicy"))
                                .filter(Statements::allows))
                .singleElement()
                .satisfies(statement -> {
                    assertThat(statement.json().at("/Principal/Service").asText())
                            .isEqualTo("cloudwatch.amazonaws.com");
                    assertThat(
                                    statement
                                            .conditions()
                                            .at("/StringEquals/aws:SourceAccount")
                                            .asText())
                            .isEqualTo(Installation.SITE.account());
                });
        assertThat(
                        Statements.of(installation)
                                .filter(statement ->
                                        statement.resource().type().equals("AWS::SNS::TopicPolicy"))
                                .filter(statement -> !statement.allows())
                                .map(statement -> statement.conditions().toString()))
                .hasSize(2)
                .allMatch(condition -> condition.contains("\"aws:SecureTransport\":\"false\""));
    }

    @ParameterizedTest
    @MethodSource("dev.makeline.deploy.Installation#both")
    void thereIsADashboardOfAll(Installation installation) {
        assertThat(installation.resources("AWS::CloudWatch::Dashboard")).hasSize(1);
    }

    private static String figure(Resource alarm) {
        String service =
                Installation.elements(alarm.at("/Dimensions"))
                        .filter(dimension -> dimension.path("Name").asText().equals("ServiceName"))
                        .map(dimension -> " " + dimension.path("Value").asText())
                        .collect(joining());
        return "%s %s%s"
                .formatted(
                        alarm.at("/MetricName").asText(), alarm.at("/Statistic").asText(), service);
    }

    /// Those of scaling tell the scaling alone.
    private static Stream<Resource> alarms(Installation installation) {
        return installation
                .resources("AWS::CloudWatch::Alarm")
                .filter(alarm -> alarm.stack().equals("makeline-watching"));
    }
}

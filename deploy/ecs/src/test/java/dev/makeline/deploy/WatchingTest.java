package dev.makeline.deploy;

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
    void thereIsADashboardOfAll(Installation installation) {
        assertThat(installation.resources("AWS::CloudWatch::Dashboard")).hasSize(1);
    }

    /// Those of scaling tell the scaling alone.
    private static Stream<Resource> alarms(Installation installation) {
        return installation
                .resources("AWS::CloudWatch::Alarm")
                .filter(alarm -> alarm.stack().equals("makeline-watching"));
    }
}

package dev.makeline.deploy;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IAlarm;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;

/// What people are told, when it begins and when it is over. Each alarm says what to look at.
final class Alarms {

    private final MakelineStack stack;
    private final SnsAction people;
    private final List<IAlarm> all = new ArrayList<>();

    Alarms(MakelineStack stack, MessagingStack messaging) {
        this.stack = stack;
        people = new SnsAction(messaging.alarms);
    }

    List<IAlarm> all() {
        return List.copyOf(all);
    }

    /// While it is more than that for so many of the figure's periods. No figure is good news: the
    /// services that report these do so when something happens.
    void above(String name, String description, IMetric metric, double most, int periods) {
        tell(
                Alarm.Builder.create(stack, name)
                        .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
                        .threshold(most)
                        .treatMissingData(TreatMissingData.NOT_BREACHING),
                name,
                description,
                metric,
                periods);
    }

    /// While nothing is there to report: no figure is the worst news.
    void none(String name, String description, IMetric metric, int periods) {
        tell(
                Alarm.Builder.create(stack, name)
                        .comparisonOperator(ComparisonOperator.LESS_THAN_THRESHOLD)
                        .threshold(1)
                        .treatMissingData(TreatMissingData.BREACHING),
                name,
                description,
                metric,
                periods);
    }

    private void tell(
            Alarm.Builder builder, String name, String description, IMetric metric, int periods) {
        Alarm alarm =
                builder.alarmName("makeline-" + name)
                        .alarmDescription(description)
                        .metric(metric)
                        .evaluationPeriods(periods)
                        .build();
        alarm.addAlarmAction(people);
        alarm.addOkAction(people);
        all.add(alarm);
    }
}

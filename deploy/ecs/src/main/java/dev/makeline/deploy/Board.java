package dev.makeline.deploy;

import dev.makeline.protocol.TableDefinitions;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awscdk.services.cloudwatch.AlarmStatusWidget;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.IWidget;

/// What people look at.
final class Board {

    private static final int WHOLE = 24;
    private static final int HALF = 12;

    private Board() {}

    static void of(MakelineStack stack, ServicesStack services, Alarms alarms) {
        Dashboard.Builder.create(stack, "Dashboard")
                .dashboardName("makeline")
                .widgets(rows(services, alarms))
                .build();
    }

    private static List<List<IWidget>> rows(ServicesStack services, Alarms alarms) {
        return List.of(
                List.of(
                        AlarmStatusWidget.Builder.create()
                                .title("Alarms")
                                .alarms(alarms.all())
                                .width(WHOLE)
                                .build()),
                List.of(
                        graph(
                                "Messages that wait",
                                Figures.queuesAndDeadLetters().stream().map(Figures::waiting)),
                        graph(
                                "Age of the oldest, s",
                                MessagingStack.QUEUES.stream().map(Figures::age))),
                List.of(
                        graph(
                                "Requests",
                                Stream.of(
                                        services.balancer
                                                .getMetrics()
                                                .requestCount(Figures.eachMinute("Sum")))),
                        graph("Slowest in a hundred, s", Stream.of(Figures.latency(services)))),
                List.of(
                        graph(
                                "Processor, %",
                                DeliveryStack.IMAGES.stream().map(Figures::processor)),
                        graph(
                                "Throttled",
                                TableDefinitions.all().stream()
                                        .map(table -> Figures.throttles(table.tableName())))));
    }

    private static IWidget graph(String title, Stream<? extends IMetric> metrics) {
        return GraphWidget.Builder.create()
                .title(title)
                .left(List.copyOf(metrics.toList()))
                .width(HALF)
                .build();
    }
}

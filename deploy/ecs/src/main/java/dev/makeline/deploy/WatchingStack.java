package dev.makeline.deploy;

import dev.makeline.protocol.ResourceNames;
import dev.makeline.protocol.TableDefinitions;
import java.util.List;
import software.amazon.awscdk.services.elasticloadbalancingv2.HttpCodeElb;
import software.amazon.awscdk.services.elasticloadbalancingv2.HttpCodeTarget;
import software.constructs.Construct;

/// What people look at, what they are told, and what it may cost.
final class WatchingStack extends MakelineStack {

    /// Those that nobody calls, so that nobody misses them at once.
    static final List<String> WORKERS =
            List.of("watcher-service", "sender-service", "processor-service");

    /// Work waits for a minute at most in good times; scaling has had its turn by then.
    private static final int LATE_SECONDS = 300;

    private static final double SLOW_SECONDS = 2;
    private static final int FAILED_ANSWERS = 5;

    WatchingStack(
            Construct scope,
            Environment environment,
            MessagingStack messaging,
            ServicesStack services) {
        super(scope, environment, "watching", "a dashboard, alarms and a budget");
        Alarms alarms = new Alarms(this, messaging);
        MessagingStack.QUEUES.forEach(queue -> queue(alarms, queue));
        server(alarms, services);
        WORKERS.forEach(worker ->
                alarms.none(
                        worker + "-gone",
                        "No task of %s runs: the events of the service say why, and its log what it said last."
                                .formatted(worker),
                        Figures.tasks(worker),
                        5));
        TableDefinitions.all().forEach(table -> table(alarms, table.tableName()));
        new FailedTasks(this).tell(alarms);
        Board.of(this, services, alarms);
        Budget.of(this);
    }

    private static void queue(Alarms alarms, String queue) {
        alarms.above(
                queue + "-late",
                "The oldest message of %s waits for more than %d s: look at the service that takes from it."
                        .formatted(queue, LATE_SECONDS),
                Figures.age(queue),
                LATE_SECONDS,
                5);
        String deadLetters = queue + ResourceNames.DEAD_LETTER_SUFFIX;
        alarms.above(
                deadLetters + "-not-empty",
                "%s holds messages that were given up: read them, remove the cause, move them back."
                        .formatted(deadLetters),
                Figures.waiting(deadLetters),
                0,
                1);
    }

    private static void server(Alarms alarms, ServicesStack services) {
        alarms.above(
                "server-fails",
                "recipe-server answers with 5xx: look at its log for ERROR.",
                services.balancer
                        .getMetrics()
                        .httpCodeTarget(HttpCodeTarget.TARGET_5XX_COUNT, Figures.eachMinute("Sum")),
                FAILED_ANSWERS,
                3);
        alarms.above(
                "balancer-fails",
                "The load balancer itself answers with 5xx: no task of recipe-server takes a request, or it breaks the connection off.",
                services.balancer
                        .getMetrics()
                        .httpCodeElb(HttpCodeElb.ELB_5XX_COUNT, Figures.eachMinute("Sum")),
                FAILED_ANSWERS,
                3);
        alarms.above(
                "server-unreachable",
                "A task of recipe-server does not say that it is ready: its health names the dependency.",
                services.targets.getMetrics().unhealthyHostCount(Figures.eachMinute("Maximum")),
                0,
                5);
        alarms.none(
                "server-gone",
                "No task of recipe-server is ready, and nobody is served: the events of the service say why, and its log what it said last.",
                services.targets.getMetrics().healthyHostCount(Figures.eachMinute("Maximum")),
                3);
        alarms.above(
                "server-slow",
                "One in a hundred requests takes more than %s s: look at throttles, and at the processor's load."
                        .formatted(SLOW_SECONDS),
                Figures.latency(services),
                SLOW_SECONDS,
                5);
    }

    private static void table(Alarms alarms, String table) {
        alarms.above(
                table + "-throttled",
                "%s refuses requests: one partition is asked too much, or the account's limit is reached."
                        .formatted(table),
                Figures.throttles(table),
                0,
                3);
    }
}

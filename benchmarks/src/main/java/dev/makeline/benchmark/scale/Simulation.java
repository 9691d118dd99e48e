package dev.makeline.benchmark.scale;

import java.util.Arrays;
import java.util.List;

/// Makes as a fluid, in steps of a second: put into the bucket, told to the watcher, sent by
/// senders to servers, kept in DynamoDB, counted. One run of one rate; not thread-safe.
///
/// Left out: room that DynamoDB lends for moments, its splitting of hot keys, tasks that end, times
/// that grow with load. What is refused costs senders and servers as much as what is kept.
public final class Simulation {

    /// Makes that come within this time may be on their way without anything being behind.
    private static final double ON_THE_WAY = 10;

    private static final int MEASURED = 300;

    private final ServiceLimits limits;
    private final double countedPerSecond;
    private final double perWatcher;
    private final double perSender;
    private final double perServer;
    private final double ofIndexes;
    private final double ofOneRecipe;
    private final Demand demand;
    private final List<Popularity.Group> groups;
    private final Fleet senders;
    private final Fleet servers;
    private final double[] jobs;
    private final double[] hidden;
    private double atTheDoor;
    private double events;
    private double kept;
    private double notCounted;
    private double tokens;
    private double serversBusy;
    private double seenTableWrites;
    private double grantedTableWrites;

    private Simulation(ServiceLimits limits, Demand demand, Popularity popularity) {
        this.limits = limits;
        Ceilings ceilings = new Ceilings(limits, demand, popularity);
        this.countedPerSecond = ceilings.counting().makesPerSecond();
        this.perWatcher = ceilings.perWatcher();
        this.perSender = ceilings.perSender();
        this.perServer = ceilings.perServer();
        this.ofIndexes = ceilings.ofIndexes();
        this.ofOneRecipe =
                Math.min(
                                limits.get("aws.dynamodb.key-writes") / demand.recipeKeyWrites(),
                                limits.get("aws.dynamodb.key-reads") / demand.recipeKeyReads())
                        * limits.get("design.recipe-shards");
        this.demand = demand;
        this.groups = popularity.groups();
        this.senders = fleet("sender");
        this.servers = fleet("server");
        this.jobs = new double[groups.size()];
        this.hidden = new double[groups.size()];
        this.tokens = limits.get("aws.fargate.burst");
        this.grantedTableWrites = limits.get("aws.dynamodb.new-table-writes");
    }

    private Fleet fleet(String service) {
        String setting = "setting." + service;
        return new Fleet(
                limits.get(setting + ".least"),
                limits.get(setting + ".tasks"),
                limits.get(setting + ".vcpu"),
                limits.get("aws.ecs.service-launches") / 60,
                limits.get("assumed.task-start"));
    }

    /// Makes come at one rate from the first second on, to an installation that has stood idle.
    public static Outcome run(
            ServiceLimits limits,
            Demand demand,
            Popularity popularity,
            double makesPerSecond,
            int seconds) {
        Simulation simulation = new Simulation(limits, demand, popularity);
        double keptBefore = 0;
        double mostWaiting = 0;
        int behindUntil = 0;
        for (int second = 0; second < seconds; second++) {
            if (second == Math.max(0, seconds - MEASURED)) {
                keptBefore = simulation.kept;
            }
            simulation.step(second, makesPerSecond);
            double waiting = simulation.waiting();
            mostWaiting = Math.max(mostWaiting, waiting);
            behindUntil = waiting > makesPerSecond * ON_THE_WAY ? second + 1 : behindUntil;
        }
        return simulation.outcome(
                makesPerSecond * seconds,
                (simulation.kept - keptBefore) / Math.min(MEASURED, seconds),
                mostWaiting,
                behindUntil == seconds ? -1 : behindUntil);
    }

    private Outcome outcome(double arrived, double keptPerSecond, double most, int keepsUpAfter) {
        return new Outcome(
                arrived,
                atTheDoor,
                events + sum(jobs),
                sum(hidden),
                kept,
                notCounted,
                keptPerSecond,
                most,
                keepsUpAfter,
                senders.running(),
                servers.running());
    }

    private void step(int second, double arriving) {
        scale(second);
        showAgain();
        put(arriving);
        watch();
        double[] accepted = keep(send());
        double now = sum(accepted);
        kept += now;
        notCounted += now;
        notCounted -= Math.min(notCounted, countedPerSecond);
        grow(second, now * demand.recipesTableWrites());
    }

    private void scale(int second) {
        if (second % (int) limits.get("setting.scaling.period") == 0) {
            senders.want(Math.ceil(sum(jobs) / limits.get("setting.sender.backlog")));
            servers.want(
                    Math.ceil(
                            serversBusy
                                    / limits.get("setting.server.busy")
                                    / limits.get("setting.server.vcpu")));
        }
        double burst = limits.get("aws.fargate.burst");
        tokens = Math.min(burst, tokens + limits.get("aws.fargate.launches"));
        tokens -= launch(senders, second);
        tokens -= launch(servers, second);
    }

    private double launch(Fleet fleet, int second) {
        double used =
                senders.vcpus()
                        + servers.vcpus()
                        + limits.get("setting.watcher.tasks") * limits.get("setting.watcher.vcpu");
        return fleet.launch(second, tokens, limits.get("aws.fargate.vcpus") - used);
    }

    /// What was refused comes back, some of it each second.
    private void showAgain() {
        double part = 1 / Math.max(1, limits.get("assumed.hidden-seconds"));
        for (int group = 0; group < hidden.length; group++) {
            double back = hidden[group] * part;
            hidden[group] -= back;
            jobs[group] += back;
        }
    }

    private void put(double arriving) {
        atTheDoor += arriving;
        double taken =
                Math.min(
                        atTheDoor,
                        limits.get("aws.s3.prefix-writes") * limits.get("design.intake-prefixes"));
        atTheDoor -= taken;
        events += taken;
    }

    private void watch() {
        double watched = Math.min(events, limits.get("setting.watcher.tasks") * perWatcher);
        events -= watched;
        for (int group = 0; group < jobs.length; group++) {
            jobs[group] += watched * groups.get(group).whole();
        }
    }

    /// Takes what can be sent from the queue, of each recipe its part.
    private double[] send() {
        double waiting = sum(jobs);
        double busy = servers.running() * perServer;
        double reads = limits.get("aws.s3.prefix-reads") * limits.get("design.intake-prefixes");
        double room =
                limits.get("aws.sqs.in-flight") * limits.get("design.upload-queues") - sum(hidden);
        double able =
                Math.min(
                        Math.min(senders.running() * perSender, busy),
                        Math.min(
                                reads / demand.objectReads(),
                                Math.max(0, room) / limits.get("assumed.call-seconds")));
        double sent = Math.min(waiting, able);
        // A server is as busy as what comes to it would make it, also when it cannot follow.
        serversBusy = Math.min(waiting, senders.running() * perSender) * demand.server();
        double part = waiting == 0 ? 0 : sent / waiting;
        double[] all = new double[jobs.length];
        for (int group = 0; group < jobs.length; group++) {
            all[group] = jobs[group] * part;
            jobs[group] -= all[group];
        }
        return all;
    }

    /// First what the keys of recipes take, then what tables and indexes take of all; the rest is
    /// hidden.
    private double[] keep(double[] sent) {
        double[] accepted = new double[sent.length];
        for (int group = 0; group < sent.length; group++) {
            accepted[group] = Math.min(sent[group], ofOneRecipe * groups.get(group).recipes());
        }
        double together = sum(accepted);
        double part = together == 0 ? 0 : Math.min(1, ofAllTogether() / together);
        for (int group = 0; group < sent.length; group++) {
            accepted[group] *= part;
            hidden[group] += sent[group] - accepted[group];
        }
        return accepted;
    }

    private double ofAllTogether() {
        return Math.min(
                ofIndexes,
                Math.min(
                        grantedTableWrites / demand.recipesTableWrites(),
                        limits.get("aws.dynamodb.table-writes")
                                / Math.max(
                                        demand.recipesTableWrites(), demand.intakeTableWrites())));
    }

    /// An on-demand table grants twice what it has seen, after half an hour.
    private void grow(int second, double tableWrites) {
        seenTableWrites = Math.max(seenTableWrites, tableWrites);
        if ((second + 1) % (int) limits.get("aws.dynamodb.doubling") == 0) {
            grantedTableWrites = Math.max(grantedTableWrites, 2 * seenTableWrites);
        }
    }

    private double waiting() {
        return atTheDoor + events + sum(jobs) + sum(hidden);
    }

    private static double sum(double[] amounts) {
        return Arrays.stream(amounts).sum();
    }
}

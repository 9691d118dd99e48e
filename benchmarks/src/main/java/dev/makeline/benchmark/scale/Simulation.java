package dev.makeline.benchmark.scale;

import java.util.Arrays;
import java.util.List;

/// Makes as a fluid, in steps of a second: put into the bucket, told to the watcher, sent by
/// senders to servers, kept in DynamoDB, counted; or refused as often as a message is received, and
/// a dead letter. One run of one rate; not thread-safe.
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
    private final int receives;

    /// By group of recipes and by how often they were refused.
    private final double[][] jobs;

    private final double[][] hidden;
    private double atTheDoor;
    private double events;
    private double kept;
    private double dead;
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
        this.receives = (int) Math.ceil(limits.get("setting.messages.receives"));
        this.jobs = new double[groups.size()][receives];
        this.hidden = new double[groups.size()][receives];
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
                dead,
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
        double now = keep(send());
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
            for (int refusals = 0; refusals < receives; refusals++) {
                double back = hidden[group][refusals] * part;
                hidden[group][refusals] -= back;
                jobs[group][refusals] += back;
            }
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
            jobs[group][0] += watched * groups.get(group).whole();
        }
    }

    /// Takes what can be sent from the queue, of each recipe its part.
    private double[][] send() {
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
        // A server is as busy as what comes to it would make it, also when it cannot follow.
        serversBusy = Math.min(waiting, senders.running() * perSender) * demand.server();
        double part = waiting == 0 ? 0 : Math.min(1, able / waiting);
        double[][] all = new double[jobs.length][receives];
        for (int group = 0; group < jobs.length; group++) {
            for (int refusals = 0; refusals < receives; refusals++) {
                all[group][refusals] = jobs[group][refusals] * part;
                jobs[group][refusals] -= all[group][refusals];
            }
        }
        return all;
    }

    /// First what the keys of recipes take, then what tables and indexes take of all; the rest is
    /// hidden, or given up after its last receive.
    private double keep(double[][] sent) {
        double[] ofGroup = new double[sent.length];
        for (int group = 0; group < sent.length; group++) {
            ofGroup[group] =
                    Math.min(
                            Arrays.stream(sent[group]).sum(),
                            ofOneRecipe * groups.get(group).recipes());
        }
        double together = Arrays.stream(ofGroup).sum();
        double part = together == 0 ? 0 : Math.min(1, ofAllTogether() / together);
        for (int group = 0; group < sent.length; group++) {
            double all = Arrays.stream(sent[group]).sum();
            double refused = all == 0 ? 0 : 1 - ofGroup[group] * part / all;
            refuse(group, sent[group], refused);
        }
        return together * part;
    }

    private void refuse(int group, double[] sent, double share) {
        for (int refusals = 0; refusals < receives - 1; refusals++) {
            hidden[group][refusals + 1] += sent[refusals] * share;
        }
        dead += sent[receives - 1] * share;
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

    private static double sum(double[][] amounts) {
        return Arrays.stream(amounts).flatMapToDouble(Arrays::stream).sum();
    }
}

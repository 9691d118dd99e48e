package dev.makeline.benchmark.scale;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Each limit by closed form: what it grants, divided by what a make takes of it.
public record Ceilings(ServiceLimits limits, Demand demand, Popularity popularity) {

    /// Marks of one read of the index, and makes that one transaction counts at most.
    private static final int MARKS = 1_000;

    private static final int COUNTED_AT_ONCE = 49;

    /// Of three units of a make in the index by state one goes to the final state, two to the state
    /// before: there the row is put and taken away.
    private static final double IN_THE_BUSIEST_STATE = 2.0 / 3;

    private static final String WAITS = "messages wait in their queue";
    private static final String HIDDEN =
            "they are refused, hidden and tried again; after 30 receives they are dead letters";

    /// The lowest first.
    public List<Ceiling> all() {
        return Stream.of(storage(), processors(), keys(), tables())
                .flatMap(List::stream)
                .sorted(Comparator.comparingDouble(Ceiling::makesPerSecond))
                .toList();
    }

    /// Makes a second that are kept when nothing else holds them up.
    public double kept() {
        return all().stream()
                .filter(ceiling -> !ceiling.knob().equals("design.counting-loops"))
                .mapToDouble(Ceiling::makesPerSecond)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    private List<Ceiling> storage() {
        double prefixes = get("design.intake-prefixes");
        return List.of(
                new Ceiling(
                        "puts under one prefix of the bucket",
                        get("aws.s3.prefix-writes") * prefixes,
                        "design.intake-prefixes",
                        "put under makes/HASH/, and have S3 split the bucket ahead of the load",
                        "S3 answers 503 to whoever puts"),
                new Ceiling(
                        "reads under one prefix of the bucket",
                        get("aws.s3.prefix-reads") * prefixes / demand.objectReads(),
                        "design.intake-prefixes",
                        "the same",
                        WAITS),
                new Ceiling(
                        "messages in flight of the upload queue",
                        get("aws.sqs.in-flight")
                                * get("design.upload-queues")
                                / get("assumed.call-seconds"),
                        "design.upload-queues",
                        "several upload queues, chosen by the object's id",
                        "receives are refused"));
    }

    private List<Ceiling> processors() {
        double speed = get("assumed.vcpu-speed");
        return List.of(
                tasks("watcher-service", "setting.watcher.tasks", perWatcher()),
                tasks("sender-service", "setting.sender.tasks", perSender()),
                tasks("recipe-server", "setting.server.tasks", perServer()),
                new Ceiling(
                        "processors of the account",
                        get("aws.fargate.vcpus")
                                * speed
                                * get("setting.server.busy")
                                / (demand.watcher() + demand.sender() + demand.server()),
                        "aws.fargate.vcpus",
                        "have the quota raised",
                        "tasks do not start; messages wait"),
                new Ceiling(
                        "tasks of one service, sender-service",
                        get("aws.ecs.service-tasks") * perSender(),
                        "aws.ecs.service-tasks",
                        "larger tasks, or have the quota raised",
                        WAITS),
                new Ceiling(
                        "targets of a load balancer",
                        get("aws.alb.targets") * get("design.balancers") * perServer(),
                        "design.balancers",
                        "larger tasks, or a second load balancer for what is inside",
                        "no further task gets requests"));
    }

    private Ceiling tasks(String service, String knob, double each) {
        return new Ceiling(
                "tasks of " + service,
                get(knob) * each,
                knob,
                "let the service grow further (Environment)",
                WAITS);
    }

    double perWatcher() {
        return get("setting.watcher.vcpu") * get("assumed.vcpu-speed") / demand.watcher();
    }

    double perServer() {
        return get("setting.server.vcpu") * get("assumed.vcpu-speed") / demand.server();
    }

    /// By its processor or by its sessions, whichever is less.
    double perSender() {
        return Math.min(
                get("setting.sender.vcpu") * get("assumed.vcpu-speed") / demand.sender(),
                get("setting.sender.sessions") / get("assumed.call-seconds"));
    }

    private List<Ceiling> keys() {
        double writes = get("aws.dynamodb.key-writes");
        double recipeShards = get("design.recipe-shards");
        double busiest =
                popularity.busiestShard(
                        (int) Math.ceil(get("design.not-counted-shards")),
                        (int) Math.ceil(recipeShards));
        return List.of(
                new Ceiling(
                        "writes at the key of the most popular recipe",
                        writes * recipeShards / (popularity.hottest() * demand.recipeKeyWrites()),
                        "design.recipe-shards",
                        "makes of a recipe under recipe#ID#SHARD by the make's id",
                        "makes of that recipe: " + HIDDEN),
                new Ceiling(
                        "reads at the key of the most popular recipe",
                        get("aws.dynamodb.key-reads")
                                * recipeShards
                                / (popularity.hottest() * demand.recipeKeyReads()),
                        "design.recipe-shards",
                        "the same",
                        "makes of that recipe: " + HIDDEN),
                new Ceiling(
                        "writes of this month's keys in makes-by-time",
                        writes * get("design.recent-shards") / demand.recentWrites(),
                        "design.recent-shards",
                        "more shards of a month (RecipesTable.SHARDS)",
                        HIDDEN),
                new Ceiling(
                        "writes of the keys of makes that are not critical in open-makes",
                        writes
                                * get("design.open-shards")
                                / (get("assumed.open-share") * demand.recentWrites()),
                        "design.open-shards",
                        "more shards of open makes (RecipesTable.SHARDS)",
                        HIDDEN),
                new Ceiling(
                        "writes of the busiest key in not-counted",
                        writes / (busiest * demand.notCountedWrites()),
                        "design.not-counted-shards",
                        "more shards, dealt out by the recipe's shards",
                        HIDDEN),
                new Ceiling(
                        "writes of the busiest keys in by-state",
                        writes
                                * get("design.by-state-shards")
                                / (IN_THE_BUSIEST_STATE * demand.byStateWrites()),
                        "design.by-state-shards",
                        "more shards of a state (IntakeTable.SHARDS)",
                        "the ledger cannot say what it found: " + HIDDEN),
                counting());
    }

    /// Of the indexes, in which makes of all recipes share keys.
    double ofIndexes() {
        return keys().stream()
                .filter(ceiling -> !ceiling.knob().equals("design.recipe-shards"))
                .filter(ceiling -> !ceiling.knob().equals("design.counting-loops"))
                .mapToDouble(Ceiling::makesPerSecond)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    /// Makes are kept all the same; only their recipe's figures are behind.
    Ceiling counting() {
        double perTransaction = MARKS / popularity.transactions(MARKS, COUNTED_AT_ONCE);
        return new Ceiling(
                "counting into the figures of recipes",
                perTransaction * get("design.counting-loops") / get("assumed.counting-seconds"),
                "design.counting-loops",
                "each server counts shards of its own, several recipes at once",
                "figures are behind, makes are not");
    }

    private List<Ceiling> tables() {
        return List.of(
                table(
                        "the table of recipes",
                        "aws.dynamodb.table-writes",
                        demand.recipesTableWrites()),
                table(
                        "the ledger's table",
                        "aws.dynamodb.table-writes",
                        demand.intakeTableWrites()),
                new Ceiling(
                        "the table of recipes, in its first half hour",
                        get("aws.dynamodb.new-table-writes") / demand.recipesTableWrites(),
                        "aws.dynamodb.new-table-writes",
                        "warm throughput, set before the load comes",
                        HIDDEN));
    }

    private Ceiling table(String which, String knob, double units) {
        return new Ceiling(
                "write units of " + which,
                get(knob) / units,
                knob,
                "have the quota raised",
                HIDDEN);
    }

    private double get(String name) {
        return limits.get(name);
    }
}

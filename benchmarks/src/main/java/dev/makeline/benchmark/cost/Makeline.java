package dev.makeline.benchmark.cost;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// What Makeline costs as deploy/ecs installs it.
///
/// @param steady use of one make that comes alone, so that batches are small and the estimate high
/// @param idle use of an hour of recipe-server, watcher-service and sender-service without makes
/// @param job use of one job
/// @param idleJobs use of an hour of recipe-server and processor-service without jobs
public record Makeline(
        PriceTable prices,
        Map<String, Double> steady,
        Map<String, Double> idle,
        Map<String, Double> job,
        Map<String, Double> idleJobs) {

    static final double HOURS = 730;
    static final double MILLION = 1e6;

    /// How busy a task may be in the middle; the scaling's target.
    static final double BUSY = 0.6;

    /// Fargate takes at least a minute for a task.
    private static final double LEAST_SECONDS = 60;

    /// Image and network interface, before the task's own time: an assumption, they are on the
    /// bill.
    private static final double PULL_SECONDS = 20;

    private static final double SMALL_VCPU = 0.25;
    private static final double SMALL_GIB = 0.5;

    /// Beyond what stands anyway: processor time at the price of tasks that are added for it.
    public Bill perMillionMakes() {
        return perMillionMakes(steady);
    }

    /// @param use of one make, however it comes
    public Bill perMillionMakes(Map<String, Double> use) {
        double seconds =
                use.getOrDefault("cpu.watcher-service", 0.0)
                        + use.getOrDefault("cpu.sender-service", 0.0)
                        + use.getOrDefault("cpu.recipe-server", 0.0);
        double vcpuHours = seconds * MILLION / 3600 / BUSY;
        return Requests.bill(use, prices)
                .times(MILLION)
                .plus(
                        new Bill.Writer(prices)
                                .add("S3, whoever puts", MILLION, "s3.put")
                                .add("S3's events into SQS", MILLION, "sqs.request")
                                .add("Fargate, processors", vcpuHours, "fargate.vcpu-hour")
                                .add("Fargate, memory", 2 * vcpuHours, "fargate.gib-hour")
                                .bill());
    }

    /// Each in a small task of its own. What was measured had a processor for itself; a small task
    /// has a part of one.
    public Bill perThousandJobs() {
        double seconds =
                Math.max(
                        LEAST_SECONDS,
                        PULL_SECONDS + job.getOrDefault("seconds", 0.0) / SMALL_VCPU);
        double hours = 1000 * seconds / 3600;
        return Requests.bill(job, prices)
                .times(1000)
                .plus(
                        new Bill.Writer(prices)
                                .add("Fargate, processors", hours * SMALL_VCPU, "fargate.vcpu-hour")
                                .add("Fargate, memory", hours * SMALL_GIB, "fargate.gib-hour")
                                .bill());
    }

    /// What stands and asks without anything coming, in a month of an installation: each task of a
    /// service asks as much as the one that was measured.
    public Bill idleMonth(Standing standing) {
        Map<String, Double> hour = ofAllTasks(idle, standing);
        Map<String, Double> hourOfJobs = ofAllTasks(withoutServer(idleJobs), standing);
        return standing.bill(prices)
                .plus(Requests.bill(hour, prices).times(HOURS))
                .plus(Requests.bill(hourOfJobs, prices).times(HOURS))
                .plus(
                        new Bill.Writer(prices)
                                .add(
                                        "DynamoDB, looks that find nothing",
                                        (emptyLooks(hour) + emptyLooks(hourOfJobs)) * HOURS,
                                        "dynamodb.read-unit")
                                .bill());
    }

    /// Requests are told by service; units are not, and grow as requests to DynamoDB do.
    private static Map<String, Double> ofAllTasks(Map<String, Double> hour, Standing standing) {
        Map<String, Double> all = new HashMap<>();
        double before = 0;
        double after = 0;
        for (Map.Entry<String, Double> amount : hour.entrySet()) {
            String[] parts = amount.getKey().split("\\.", 4);
            if (parts[0].equals("requests")) {
                double requests = amount.getValue() * standing.tasks(parts[1]);
                all.put(amount.getKey(), requests);
                before += parts[2].equals("DynamoDb") ? amount.getValue() : 0;
                after += parts[2].equals("DynamoDb") ? requests : 0;
            }
        }
        double growth = before == 0 ? 1 : after / before;
        hour.forEach((name, value) -> {
            if (name.startsWith("units.")) {
                all.put(name, value * growth);
            }
        });
        return all;
    }

    /// DynamoDB takes half a unit for a query that finds nothing; its stand-in counts none.
    private static double emptyLooks(Map<String, Double> hour) {
        double queries = 0;
        double counted = 0;
        for (Map.Entry<String, Double> amount : hour.entrySet()) {
            if (amount.getKey().endsWith(".DynamoDb.Query")) {
                queries += amount.getValue();
            } else if (amount.getKey().startsWith("units.read.")) {
                counted += amount.getValue();
            }
        }
        return Math.max(0, queries / 2 - counted);
    }

    /// The server's own is in the other hour already.
    private static Map<String, Double> withoutServer(Map<String, Double> use) {
        return use.entrySet().stream()
                .filter(amount -> !amount.getKey().contains("recipe-server"))
                .filter(amount -> !amount.getKey().contains("makeline-recipes"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}

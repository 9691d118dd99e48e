package dev.makeline.benchmark.cost;

import java.util.Map;

/// The same product as functions: a model, not a measurement.
///
/// S3's events wake the watcher's function through SQS, upload jobs wake the sender's, which posts
/// to an HTTP API before the server's function. Each is woken once for a make, as with makes that
/// come alone. Requests to DynamoDB, S3 and SQS are those that were counted, without the polling of
/// an idle hour, which the event sources do free of charge. What each function uses of a processor
/// is what was counted; besides it waits for its requests.
///
/// @param gib of memory of each function; 1.769 GiB have one whole processor
/// @param waitSeconds that each function is awake beyond its work, waiting for answers
/// @param batch makes that one waking handles; 1 when they come alone
public record Lambdas(
        PriceTable prices,
        Map<String, Double> steady,
        Map<String, Double> job,
        double gib,
        double waitSeconds,
        double batch) {

    private static final double GIB_OF_A_PROCESSOR = 1.769;

    /// The sender's function waits for the server's besides its own requests.
    private static final int WAITS = 4;

    private static final int FUNCTIONS = 3;

    /// With a processor's quarter for each, 30 ms for a round trip.
    public static Lambdas of(
            PriceTable prices, Map<String, Double> steady, Map<String, Double> job) {
        return new Lambdas(prices, steady, job, 0.5, 0.03, 1);
    }

    public Bill perMillionMakes() {
        double seconds = sumOfCpu() * GIB_OF_A_PROCESSOR / gib + WAITS * waitSeconds / batch;
        double million = Makeline.MILLION;
        return Requests.bill(steady, prices)
                .times(million)
                .plus(
                        new Bill.Writer(prices)
                                .add("S3, whoever puts", million, "s3.put")
                                .add("S3's events into SQS", million, "sqs.request")
                                .add("invocations", FUNCTIONS * million / batch, "lambda.request")
                                .add("memory in time", seconds * gib * million, "lambda.gib-second")
                                .add("API Gateway", million, "api-gateway.http-request")
                                .bill());
    }

    /// One waking, as long as the task ran.
    public Bill perThousandJobs() {
        double seconds = job.getOrDefault("seconds", 0.0);
        return Requests.bill(job, prices)
                .times(1000)
                .plus(
                        new Bill.Writer(prices)
                                .add("invocations", 1000, "lambda.request")
                                .add("memory in time", 1000 * seconds * gib, "lambda.gib-second")
                                .add("API Gateway", 1000, "api-gateway.http-request")
                                .bill());
    }

    /// What stands besides: keys, secrets, zones, alarms and logs, without tasks, addresses, load
    /// balancer and web ACL.
    public Bill idleMonth(Standing standing) {
        return new Bill.Writer(prices)
                .add("keys", standing.keys(), "kms.key-month")
                .add("secrets", standing.secrets(), "secrets.secret-month")
                .add("DNS zones", standing.zones(), "route53.zone-month")
                .add("alarms", standing.alarmMetrics(), "cloudwatch.alarm-month")
                .add("logs", standing.logGib(), "cloudwatch.logs-gib")
                .bill();
    }

    private double sumOfCpu() {
        return steady.entrySet().stream()
                .filter(amount -> amount.getKey().startsWith("cpu."))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }
}

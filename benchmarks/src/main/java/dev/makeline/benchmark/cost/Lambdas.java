package dev.makeline.benchmark.cost;

import java.util.Map;

/// The same product as functions: a model, not a measurement.
///
/// S3's events wake the watcher's function through SQS, upload jobs wake the sender's, which posts
/// to an HTTP API before the server's function, and the table's stream wakes one that counts. Each
/// is woken once for a make, as with makes that come alone. Requests to DynamoDB, S3 and SQS are
/// those that were counted. What each function uses of a processor is what was counted; besides it
/// waits for its requests. Event sources ask their queues all the time, and SQS bills that.
///
/// @param gib of memory of each function; 1.769 GiB have one whole processor
/// @param waitSeconds that a function is awake beyond its work for each answer that it waits for
/// @param batch makes that one waking handles; 1 when they come alone
public record Lambdas(
        PriceTable prices,
        Map<String, Double> steady,
        Map<String, Double> job,
        double gib,
        double waitSeconds,
        double batch) {

    private static final double GIB_OF_A_PROCESSOR = 1.769;

    /// One of each function, the sender's for the server's besides, and of the one that counts a
    /// read, a transaction and the mark that is taken away.
    private static final int WAITS = 7;

    private static final int FUNCTIONS = 4;

    /// Pollers of an event source that nothing comes to, and how often each asks, by the Lambda
    /// Developer Guide: five, with receives that wait for 20 s.
    private static final double POLLERS = 5;

    private static final double RECEIVES_OF_AN_HOUR = 180;

    /// The full pass of the watcher, sweeps of the server and of the dispatcher, each once a
    /// minute.
    private static final double WAKINGS_OF_AN_HOUR = 3 * 60.0;

    /// With a processor's quarter for each, 30 ms for a round trip.
    public static Lambdas of(
            PriceTable prices, Map<String, Double> steady, Map<String, Double> job) {
        return new Lambdas(prices, steady, job, 0.5, 0.03, 1);
    }

    public Bill perMillionMakes() {
        double seconds = sumOfCpu() / processors() + WAITS * waitSeconds / batch;
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

    /// One waking, as long as the task's work takes on the function's share of a processor.
    public Bill perThousandJobs() {
        double seconds = job.getOrDefault("seconds", 0.0) / Math.min(1, processors());
        return Requests.bill(job, prices)
                .times(1000)
                .plus(
                        new Bill.Writer(prices)
                                .add("invocations", 1000, "lambda.request")
                                .add("memory in time", 1000 * seconds * gib, "lambda.gib-second")
                                .add("API Gateway", 1000, "api-gateway.http-request")
                                .bill());
    }

    /// Keys, secrets, zones, alarms and logs of that installation, event sources that ask and what
    /// a clock wakes; without tasks, addresses, load balancer, web ACL and figures of containers.
    public Bill idleMonth(Standing standing) {
        double wakings = WAKINGS_OF_AN_HOUR * Makeline.HOURS;
        return standing.with("insight-metrics", 0)
                .watched(prices)
                .plus(
                        new Bill.Writer(prices)
                                .add(
                                        "SQS, requests",
                                        standing.get("queues")
                                                * POLLERS
                                                * RECEIVES_OF_AN_HOUR
                                                * Makeline.HOURS,
                                        "sqs.request")
                                .add("invocations", wakings, "lambda.request")
                                .add(
                                        "memory in time",
                                        wakings * waitSeconds * gib,
                                        "lambda.gib-second")
                                .bill());
    }

    private double processors() {
        return gib / GIB_OF_A_PROCESSOR;
    }

    private double sumOfCpu() {
        return steady.entrySet().stream()
                .filter(amount -> amount.getKey().startsWith("cpu."))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }
}

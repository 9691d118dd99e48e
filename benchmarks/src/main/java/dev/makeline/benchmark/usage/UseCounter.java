package dev.makeline.benchmark.usage;

import dev.makeline.benchmark.instance.AwsRequests;
import dev.makeline.benchmark.instance.CpuTime;
import dev.makeline.benchmark.instance.Endpoints;
import dev.makeline.benchmark.instance.Instance;
import dev.makeline.benchmark.instance.Program;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/// Counts what an instance uses from one moment to another. Not thread-safe.
final class UseCounter implements AutoCloseable {

    private final Instance instance;
    private final DynamoMeter meter;
    private Map<String, AwsRequests> requestsBefore = Map.of();
    private CpuTime cpuBefore = new CpuTime(Map.of());

    private UseCounter(Instance instance, DynamoMeter meter) {
        this.instance = instance;
        this.meter = meter;
    }

    /// Before any of these services starts.
    static UseCounter of(Instance instance, Program... services) {
        DynamoMeter meter =
                DynamoMeter.before(URI.create(Endpoints.url(instance.endpoints().dynamoDb())));
        for (Program service : services) {
            instance.set(service, "AWS_ENDPOINT_URL_DYNAMODB", meter.url());
        }
        return new UseCounter(instance, meter);
    }

    void begin() {
        requestsBefore = instance.awsRequests();
        cpuBefore = instance.cpuTime();
        meter.take();
    }

    /// The processes that have started since count in full.
    Use end() {
        Map<String, Double> amounts = new TreeMap<>();
        meter.take().byTarget().forEach((target, units) -> amounts.put("units." + target, units));
        instance.awsRequests()
                .forEach((process, now) ->
                        now.since(requestsBefore.getOrDefault(process, AwsRequests.none()))
                                .byOperation()
                                .forEach((operation, count) ->
                                        amounts.put(
                                                "requests.%s.%s"
                                                        .formatted(
                                                                process,
                                                                operation.replace(' ', '.')),
                                                count)));
        instance.cpuTime()
                .secondsSince(cpuBefore)
                .forEach((process, seconds) -> {
                    if (isService(process)) {
                        amounts.put("cpu." + process, seconds);
                    }
                });
        return new Use(amounts);
    }

    /// Forgets what a process that is about to start anew has used.
    void forget(Program... programs) {
        Map<String, AwsRequests> kept = new TreeMap<>(requestsBefore);
        Map<String, java.time.Duration> cpu = new TreeMap<>(cpuBefore.byProcess());
        for (Program program : programs) {
            kept.remove(program.module());
            cpu.remove(program.module());
        }
        requestsBefore = kept;
        cpuBefore = new CpuTime(cpu);
    }

    private static boolean isService(String process) {
        return !process.equals(Program.LOCAL_AWS.module()) && !process.equals("benchmark itself");
    }

    @Override
    public void close() {
        meter.close();
    }
}

package dev.makeline.benchmark.pipeline;

import dev.makeline.benchmark.instance.AwsRequests;
import dev.makeline.benchmark.instance.BucketLoader;
import dev.makeline.benchmark.instance.CpuTime;
import dev.makeline.benchmark.instance.Instance;
import dev.makeline.benchmark.instance.InstanceFailedException;
import dev.makeline.benchmark.instance.Program;
import dev.makeline.benchmark.workload.Workload;
import dev.makeline.protocol.ResourceNames;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// Takes one instance through warm-up, drain and load, in that order, and keeps count of the makes
/// it has put. Not thread-safe.
public final class PipelineRun {

    /// Reading a counter of the server costs it about a millisecond.
    private static final Duration SAMPLE = Duration.ofMillis(250);

    /// Without one more make for that long, the pipeline has stopped: a message whose delivery
    /// timed out is hidden for a minute, and on a busy machine that may happen twice.
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final long REPORT_EVERY = 20;

    private final Instance instance;
    private final Workload workload;
    private final Consumer<String> progress;
    private final BucketLoader bucket;
    private int put;

    public PipelineRun(Instance instance, Workload workload, Consumer<String> progress) {
        this.instance = instance;
        this.workload = workload;
        this.progress = progress;
        this.bucket = new BucketLoader(instance.aws().s3(), ResourceNames.INTAKE_BUCKET);
    }

    public void start() throws InterruptedException {
        progress.accept("starting local AWS and the services");
        instance.startLocalAws();
        instance.start(Program.RECIPE_SERVER, Program.WATCHER, Program.SENDER);
    }

    /// Lets the recipes arrive and sends the first makes through.
    public void warmUp(int makes) throws InterruptedException {
        workload.recipes().forEach(bucket::put);
        progress.accept("%d recipes put; warming up".formatted(workload.recipeIds().size()));
        putMakes(makes);
        awaitKept(new KeptSeries());
    }

    /// Lets files pile up in front of a stopped watcher and sender, then starts both.
    public Drain drain(int makes) throws InterruptedException {
        instance.stop(Program.WATCHER, Program.SENDER);
        progress.accept("putting %d files with watcher and sender stopped".formatted(makes));
        long began = System.nanoTime();
        putMakes(makes);
        double putsPerSecond = makes * 1e9 / (System.nanoTime() - began);
        CpuTime cpuBefore = instance.cpuTime();
        Map<String, AwsRequests> requestsBefore = instance.awsRequests();
        instance.start(Program.WATCHER, Program.SENDER);
        progress.accept("draining");
        KeptSeries series = new KeptSeries();
        awaitKept(series);
        return new Drain(
                makes,
                putsPerSecond,
                series.seconds(),
                series.rate(0, 1),
                series.rate(0.1, 0.9),
                instance.cpuTime().secondsSince(cpuBefore),
                since(requestsBefore));
    }

    public Latency latency(double makesPerSecond, Duration duration) throws InterruptedException {
        int makes = (int) Math.ceil(makesPerSecond * duration.toMillis() / 1000);
        progress.accept(
                "%.0f makes/s by schedule for %d s"
                        .formatted(makesPerSecond, duration.toSeconds()));
        Latency latency =
                new LatencyRun(workload, bucket, instance.api()).run(put, makes, makesPerSecond);
        put += makes;
        awaitKept(new KeptSeries());
        return latency;
    }

    public Audit audit() {
        progress.accept("listing all makes");
        return Audit.of(instance.api(), workload, put);
    }

    private void putMakes(int makes) {
        bucket.putAll(put, put + makes, workload::make);
        put += makes;
    }

    /// Until as many makes are kept as were put.
    private void awaitKept(KeptSeries series) throws InterruptedException {
        long lastChange = System.nanoTime();
        double last = -1;
        for (long turn = 0; last < put; turn++) {
            instance.checkAlive();
            double kept = instance.makesKept();
            long now = System.nanoTime();
            series.add(now, kept);
            lastChange = kept > last ? now : lastChange;
            last = kept;
            if (turn % REPORT_EVERY == REPORT_EVERY - 1) {
                progress.accept("%.0f of %d makes kept".formatted(kept, put));
            }
            if (now - lastChange > PATIENCE.toNanos()) {
                throw new InstanceFailedException(
                        "%.0f of %d makes were kept, and no more for %d s"
                                .formatted(kept, put, PATIENCE.toSeconds()));
            }
            LockSupport.parkNanos(SAMPLE.toNanos());
        }
    }

    private Map<String, AwsRequests> since(Map<String, AwsRequests> before) {
        Map<String, AwsRequests> since = new HashMap<>();
        instance.awsRequests()
                .forEach((process, now) ->
                        since.put(
                                process,
                                now.since(before.getOrDefault(process, AwsRequests.none()))));
        return since;
    }
}

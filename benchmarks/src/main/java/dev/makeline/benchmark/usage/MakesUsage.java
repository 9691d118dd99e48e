package dev.makeline.benchmark.usage;

import dev.makeline.benchmark.instance.BucketLoader;
import dev.makeline.benchmark.instance.Instance;
import dev.makeline.benchmark.instance.InstanceFailedException;
import dev.makeline.benchmark.instance.Program;
import dev.makeline.benchmark.pipeline.PipelineRun;
import dev.makeline.benchmark.workload.Workload;
import dev.makeline.protocol.Attributes;
import dev.makeline.protocol.RecipesTable;
import dev.makeline.protocol.ResourceNames;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.model.Select;

/// What a make uses when makes come in a flood and when they come one by one, and what an hour uses
/// in which nothing comes. Not thread-safe.
public final class MakesUsage {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /// After a start, so that it is not counted as idling.
    private static final Duration SETTLED = Duration.ofSeconds(30);

    private static final Duration POLL = Duration.ofMillis(200);

    /// Numbers of makes that the flood does not use.
    private static final int FIRST_OF_STEADY = 5_000_000;

    private final Instance instance;
    private final Workload workload;
    private final Consumer<String> progress;

    public MakesUsage(Instance instance, Workload workload, Consumer<String> progress) {
        this.instance = instance;
        this.workload = workload;
        this.progress = progress;
    }

    /// @param drained of one make, of many that stood there before watcher and sender started
    /// @param steady of one make, of those that came one by one, without what is used anyway while
    ///   the watcher's passes over the bucket still look up what came shortly before
    /// @param idle of an hour in which nothing came, nor shortly before it
    public record Result(Use drained, Use steady, Use idle) {}

    public Result run(int warmUp, int makes, double makesPerSecond, Duration each)
            throws InterruptedException {
        try (UseCounter counter =
                UseCounter.of(instance, Program.RECIPE_SERVER, Program.WATCHER, Program.SENDER)) {
            PipelineRun pipeline = new PipelineRun(instance, workload, progress);
            pipeline.start();
            Thread.sleep(SETTLED);
            Use idle = withoutMakes(counter, each);
            pipeline.warmUp(warmUp);
            awaitCounted();
            Use drained = drained(counter, pipeline, makes);
            Use anyway = withoutMakes(counter, each);
            int steadyMakes = (int) (makesPerSecond * each.toSeconds());
            long began = System.nanoTime();
            Use steady = steady(counter, steadyMakes, makesPerSecond);
            double parts = (System.nanoTime() - began) / (double) each.toNanos();
            return new Result(
                    drained.dividedBy(makes),
                    steady.less(anyway, parts).dividedBy(steadyMakes),
                    idle.dividedBy(each.toSeconds() / 3600.0));
        }
    }

    private Use withoutMakes(UseCounter counter, Duration each) throws InterruptedException {
        progress.accept("%d s in which nothing comes".formatted(each.toSeconds()));
        counter.begin();
        Thread.sleep(each);
        return counter.end();
    }

    private Use drained(UseCounter counter, PipelineRun pipeline, int makes)
            throws InterruptedException {
        counter.begin();
        counter.forget(Program.WATCHER, Program.SENDER);
        pipeline.drain(makes);
        awaitCounted();
        return counter.end();
    }

    private Use steady(UseCounter counter, int makes, double makesPerSecond) {
        progress.accept("%d makes, %.0f a second".formatted(makes, makesPerSecond));
        BucketLoader bucket = new BucketLoader(instance.aws().s3(), ResourceNames.INTAKE_BUCKET);
        double kept = instance.makesKept();
        counter.begin();
        long began = System.nanoTime();
        for (int number = 0; number < makes; number++) {
            long due = began + (long) (number * 1e9 / makesPerSecond);
            LockSupport.parkNanos(due - System.nanoTime());
            bucket.put(workload.make(FIRST_OF_STEADY + number));
        }
        await("%d makes are kept".formatted(makes), () -> instance.makesKept() >= kept + makes);
        awaitCounted();
        return counter.end();
    }

    /// Until each make is in the figures of its recipe.
    private void awaitCounted() {
        await("all makes are counted", this::isAllCounted);
    }

    private boolean isAllCounted() {
        return RecipesTable.notCountedShards().stream()
                .allMatch(shard ->
                        instance.aws()
                                        .dynamoDb()
                                        .query(query ->
                                                query.tableName(RecipesTable.NAME)
                                                        .indexName(RecipesTable.NOT_COUNTED)
                                                        .select(Select.COUNT)
                                                        .limit(1)
                                                        .keyConditionExpression("#shard = :shard")
                                                        .expressionAttributeNames(
                                                                Map.of(
                                                                        "#shard",
                                                                        RecipesTable
                                                                                .NOT_COUNTED_SHARD))
                                                        .expressionAttributeValues(
                                                                Map.of(
                                                                        ":shard",
                                                                        Attributes.text(shard))))
                                        .count()
                                == 0);
    }

    private void await(String what, BooleanSupplier done) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean()) {
            instance.checkAlive();
            if (System.nanoTime() > deadline) {
                throw new InstanceFailedException("Not within %s: %s".formatted(PATIENCE, what));
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }
}

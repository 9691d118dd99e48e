package dev.makeline.server.insight;

import dev.makeline.operations.FailPoint;
import dev.makeline.protocol.RecipesTable;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/// Counts makes into the figures of their recipes, many of one recipe at once. Any number of
/// servers may do so: who comes second counts nothing twice.
@Singleton
final class InsightCounting {

    private static final int PAGE = 1_000;

    /// Each takes a few round trips one after the other; makes of one recipe share them.
    private static final int RECIPES_AT_ONCE = 8;

    /// Of one shard in one turn, while nothing on them can be counted.
    private static final int MOST_PAGES = 5;

    /// A rebuild beats with each page it reads; one that does not for so long has died.
    private static final Duration REBUILD_SILENCE = Duration.ofSeconds(30);

    private static final Logger log = LoggerFactory.getLogger(InsightCounting.class);

    private record Seen(long version, Instant since) {}

    /// @param makes that were counted
    /// @param held whether the recipe is being counted anew, so that nothing of it can be counted
    private record Counted(int makes, boolean held) {}

    private final InsightStore store;
    private final InsightSettings settings;
    private final InstantSource clock;
    private final ExecutorService executor;
    private final Semaphore atOnce = new Semaphore(RECIPES_AT_ONCE);
    private final Map<Long, Seen> rebuilds = new ConcurrentHashMap<>();

    /// Where each shard is read on: makes that can't be counted at the moment must not hold up
    /// those of other recipes behind them.
    private final Map<String, Map<String, AttributeValue>> positions = new HashMap<>();

    private final CountDownLatch stopping = new CountDownLatch(1);

    InsightCounting(
            InsightStore store,
            InsightSettings settings,
            InstantSource clock,
            @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
        this.executor = executor;
    }

    @EventListener
    void start(ServerStartupEvent event) {
        Thread.ofVirtual().name("insight-counting").start(this::run);
    }

    private void run() {
        try {
            Duration rest = Duration.ZERO;
            while (!stopping.await(rest.toMillis(), TimeUnit.MILLISECONDS)) {
                long started = System.nanoTime();
                int counted = pollAndSurvive();
                Duration took = Duration.ofNanos(System.nanoTime() - started);
                rest = settings.restAfter(took, counted, isBehind());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int pollAndSurvive() {
        try {
            return pollOnce();
        } catch (RuntimeException e) {
            log.atWarn()
                    .addKeyValue("cause", e.getMessage())
                    .log("Makes are not counted at the moment; it is tried again");
            return 0;
        }
    }

    /// Whether the last turn left some shard before its end.
    private synchronized boolean isBehind() {
        return positions.values().stream().anyMatch(position -> !position.isEmpty());
    }

    /// How many makes were counted.
    synchronized int pollOnce() {
        int counted = 0;
        for (String shard : RecipesTable.notCountedShards()) {
            counted += count(shard);
        }
        return counted;
    }

    /// From where the shard is read on until something is counted, and from its beginning again
    /// after its end.
    private int count(String shard) {
        Map<String, AttributeValue> from = positions.getOrDefault(shard, Map.of());
        int counted = 0;
        for (int page = 0; page < MOST_PAGES && counted == 0; page++) {
            InsightStore.Waiting waiting = store.notCounted(shard, PAGE, from);
            counted += countAll(waiting.parts());
            from = waiting.next();
            if (from.isEmpty()) {
                break;
            }
        }
        positions.put(shard, from);
        return counted;
    }

    private int countAll(Map<Long, List<String>> parts) {
        return parts.entrySet().stream()
                .map(recipe ->
                        CompletableFuture.supplyAsync(
                                () -> inTurn(recipe.getKey(), recipe.getValue()), executor))
                .toList()
                .stream()
                .mapToInt(CompletableFuture::join)
                .sum();
    }

    private int inTurn(long recipeId, List<String> parts) {
        atOnce.acquireUninterruptibly();
        try {
            return countAndSurvive(recipeId, parts);
        } finally {
            atOnce.release();
        }
    }

    private int countAndSurvive(long recipeId, List<String> parts) {
        try {
            int counted = 0;
            for (int from = 0; from < parts.size(); from += InsightStore.BATCH) {
                int to = Math.min(parts.size(), from + InsightStore.BATCH);
                Counted batch = count(recipeId, parts.subList(from, to));
                if (batch.held()) {
                    break;
                }
                counted += batch.makes();
            }
            return counted;
        } catch (RuntimeException e) {
            log.atWarn()
                    .addKeyValue("recipeId", recipeId)
                    .addKeyValue("cause", e.getMessage())
                    .log("Makes of a recipe are not counted at the moment; it is tried again");
            return 0;
        }
    }

    /// Figures first, makes after: whatever is changed between is noticed by the write.
    private Counted count(long recipeId, List<String> parts) {
        InsightRows.Head head = store.head(recipeId);
        if (head.rebuild().isPresent()) {
            releaseWhenSilent(recipeId, head);
            return new Counted(0, true);
        }
        rebuilds.remove(recipeId);
        List<CountedMake> makes = store.marked(recipeId, parts);
        return new Counted(makes.isEmpty() ? 0 : count(recipeId, head, makes), false);
    }

    private int count(long recipeId, InsightRows.Head head, List<CountedMake> makes) {
        FailPoint.reach("recipe-server.before-counting");
        try {
            return store.count(recipeId, head, makes) ? makes.size() : 0;
        } catch (DynamoDbException e) {
            if (makes.size() == 1) {
                throw e;
            }
            // Rows of many large makes are more than one transaction takes.
            return count(recipeId, head, makes.subList(0, makes.size() / 2));
        }
    }

    /// By this server's own clock: those of two servers may differ.
    private void releaseWhenSilent(long recipeId, InsightRows.Head head) {
        Instant now = clock.instant();
        Seen seen = rebuilds.get(recipeId);
        if (seen == null || seen.version() != head.version()) {
            rebuilds.put(recipeId, new Seen(head.version(), now));
        } else if (!now.isBefore(seen.since().plus(REBUILD_SILENCE))) {
            rebuilds.remove(recipeId);
            store.release(recipeId, head);
        }
    }

    @PreDestroy
    void stop() {
        stopping.countDown();
    }
}

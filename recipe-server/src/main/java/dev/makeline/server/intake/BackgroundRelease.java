package dev.makeline.server.intake;

import dev.makeline.server.recipe.RecipeArrival;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Releases what waits for a recipe after the request that brought it: thousands may wait, and its
/// sender waits for seconds. What a death interrupts is done by the sweep. Thread-safe.
@Singleton
final class BackgroundRelease implements RecipeArrival {

    /// Recipes whose makes are released at once; the others wait for their turn.
    private static final int AT_ONCE = 4;

    /// A round takes some hundred milliseconds.
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

    private static final Logger log = LoggerFactory.getLogger(BackgroundRelease.class);

    private final WaitingMakes waiting;
    private final WaitingRelease release;
    private final Semaphore turns = new Semaphore(AT_ONCE);
    private final Set<Long> awaitingTurn = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    BackgroundRelease(WaitingMakes waiting, WaitingRelease release) {
        this.waiting = waiting;
        this.release = release;
    }

    /// The recipe is kept in any case.
    @Override
    public void arrived(long recipeId) {
        try {
            if (!waiting.of(recipeId, "", 1).isEmpty() && awaitingTurn.add(recipeId)) {
                Thread.ofVirtual().name("release").start(() -> releaseInTurn(recipeId));
            }
        } catch (RuntimeException e) {
            log.atWarn()
                    .addKeyValue("recipeId", recipeId)
                    .addKeyValue("cause", e.getMessage())
                    .log("Makes go on waiting for the sweep, although their recipe is here");
        }
    }

    /// Who arrives once the release has begun gets a turn of its own, lest what came meanwhile is
    /// overlooked.
    private void releaseInTurn(long recipeId) {
        turns.acquireUninterruptibly();
        try {
            awaitingTurn.remove(recipeId);
            if (!stopping) {
                release.release(recipeId);
            }
        } finally {
            turns.release();
        }
    }

    /// Returns when the rounds that are under way are finished.
    @PreDestroy
    void stop() {
        stopping = true;
        release.endWithThisRound();
        try {
            turns.tryAcquire(AT_ONCE, LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

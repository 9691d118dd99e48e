package dev.makeline.server.recipe;

import dev.makeline.document.RecipeDocument;
import dev.makeline.protocol.ProtocolJson;
import dev.makeline.server.request.Effect;
import dev.makeline.server.request.ItemSize;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// Changes recipes. A revision is appended in one transaction with the head that names it, on the
/// condition that nobody else appended meanwhile; then it is decided anew. Idempotent by the
/// [Effect].
@Singleton
public final class RecipeKeeper {

    /// Sixteen writers of one recipe at once are through in about five; each round one writer wins.
    private static final int ROUNDS = 24;

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long LONGEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(160);

    private static final Logger log = LoggerFactory.getLogger(RecipeKeeper.class);

    private final RecipeStore store;
    private final CurrentRecipes currentRecipes;
    private final InstantSource clock;

    RecipeKeeper(RecipeStore store, CurrentRecipes currentRecipes, InstantSource clock) {
        this.store = store;
        this.currentRecipes = currentRecipes;
        this.clock = clock;
    }

    /// Durable when it returns.
    ///
    /// @throws dev.makeline.server.problem.UnavailableException when other writers won every round
    public RecipeKept keep(RecipeDocument document, RecipeChange change, Effect effect) {
        return keep(document, change, effect, _ -> List.of());
    }

    /// As [#keep], and puts a new revision on record.
    ///
    /// @param record rows that are written in the transaction of the revision
    public RecipeKept keep(
            RecipeDocument document,
            RecipeChange change,
            Effect effect,
            Function<Revision, List<TransactWriteItem>> record) {
        long startNanos = System.nanoTime();
        String contentHash = ContentHash.of(document.json());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        for (int round = 0; round < ROUNDS; round++) {
            RecipeState state = store.state(document.recipeId(), change, effect);
            switch (state.decide(change, contentHash, effect.isRepeatable(), now)) {
                case RecipeState.Step.Answer(var outcome) -> {
                    return outcome;
                }
                case RecipeState.Step.Remember(int revision) -> {
                    if (store.remember(document.recipeId(), revision, now, state, change, effect)) {
                        return new RecipeKept.Unchanged(revision, now);
                    }
                }
                case RecipeState.Step.Append(int number) -> {
                    Revision revision = revision(document, number, contentHash, now);
                    int bytes = ItemSize.of(RecipeRows.revision(revision));
                    if (bytes > ItemSize.MOST) {
                        return new RecipeKept.TooLarge(bytes);
                    }
                    if (store.append(revision, state, change, effect, record.apply(revision))) {
                        currentRecipes.forget(document.recipeId());
                        logKept(revision, change, startNanos);
                        return new RecipeKept.Kept(revision);
                    }
                }
            }
            pause(round);
        }
        throw new RecipeContendedException(document.recipeId());
    }

    private static Revision revision(
            RecipeDocument document, int number, String contentHash, Instant now) {
        return new Revision(
                document.recipeId(),
                number,
                document.content().name(),
                document.content().rating(),
                contentHash,
                ProtocolJson.write(document.json()),
                now);
    }

    private static void logKept(Revision revision, RecipeChange change, long startNanos) {
        String objectKey =
                change instanceof RecipeChange.Take(ObjectOrder order) ? order.key() : "";
        log.atInfo()
                .addKeyValue("recipeId", revision.recipeId())
                .addKeyValue("revision", revision.number())
                .addKeyValue("objectKey", objectKey)
                .addKeyValue(
                        "durationMillis",
                        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos))
                .log("Recipe kept");
    }

    /// Doubles with full jitter.
    private static void pause(int round) {
        long most = Math.min(PAUSE_NANOS << Math.min(round, 10), LONGEST_PAUSE_NANOS);
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most) + 1);
    }
}

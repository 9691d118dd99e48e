package dev.makeline.system.instance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.protocol.IntakeEntry;
import dev.makeline.protocol.IntakeState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/// What a test put in for one recipe, to be held against what came out. Thread-safe.
public final class RecordedHistory {

    /// The pipeline takes milliseconds; a busy machine and a restart take the rest.
    public static final Duration SOON = Duration.ofSeconds(30);

    private final Instance instance;
    private final long recipeId;
    private final List<PutObject> makes = Collections.synchronizedList(new ArrayList<>());

    private RecordedHistory(Instance instance, long recipeId) {
        this.instance = instance;
        this.recipeId = recipeId;
    }

    /// Nothing is put yet.
    public static RecordedHistory of(Instance instance) {
        return new RecordedHistory(instance, Documents.newRecipeId());
    }

    /// The recipe is there.
    public static RecordedHistory ofKnownRecipe(Instance instance) {
        RecordedHistory history = of(instance);
        instance.ledger().awaitSubmitted(history.putRecipe(), SOON);
        return history;
    }

    public long recipeId() {
        return recipeId;
    }

    public PutObject putRecipe() {
        return instance.bucket()
                .put("recipes/%d.json".formatted(recipeId), Documents.recipe(recipeId));
    }

    /// One more make, of a content and a key of its own.
    public PutObject putMake() {
        synchronized (makes) {
            int number = makes.size();
            return putMake(
                    "makes/%d/%d.json".formatted(recipeId, number),
                    Documents.make(recipeId, number));
        }
    }

    public PutObject putMake(String key, String content) {
        PutObject put = instance.bucket().put(key, content);
        makes.add(put);
        return put;
    }

    public void putMakes(int count) {
        for (int i = 0; i < count; i++) {
            putMake();
        }
    }

    public List<PutObject> makes() {
        synchronized (makes) {
            return List.copyOf(makes);
        }
    }

    /// Every distinct object version has become one make that can be read: none lost, none doubled,
    /// none dead-lettered.
    public void assertEachBecomesOneMake(Duration atMost) {
        List<PutObject> versions =
                makes().stream()
                        .collect(
                                java.util.stream.Collectors.toMap(
                                        PutObject::objectId, put -> put, (a, _) -> a))
                        .values()
                        .stream()
                        .toList();
        Map<String, IntakeEntry> entries = instance.ledger().awaitSubmitted(versions, atMost);
        List<Long> kept = makeIds(entries.values());
        assertThat(instance.api().makeIds(recipeId))
                .as("makes of recipe %d that can be read, beside what was put in", recipeId)
                .hasSize(versions.size())
                .containsExactlyInAnyOrderElementsOf(kept);
        assertThat(kept).as("makes that the ledger names").doesNotHaveDuplicates();
        assertThat(instance.queues().deadLetters()).as("dead letters").isZero();
    }

    /// As [#assertEachBecomesOneMake], where others may add makes to the recipe.
    public void assertEachOfItsMakesIsKept(Duration atMost) {
        List<Long> kept = makeIds(instance.ledger().awaitSubmitted(makes(), atMost).values());
        assertThat(instance.api().makeIds(recipeId)).containsAll(kept);
    }

    private static List<Long> makeIds(Collection<IntakeEntry> entries) {
        return entries.stream()
                .map(entry -> {
                    assertThat(entry.state())
                            .as("%s", entry.job().key())
                            .isInstanceOf(IntakeState.Submitted.class);
                    return ((IntakeState.Submitted) entry.state()).makeId().orElseThrow();
                })
                .toList();
    }
}

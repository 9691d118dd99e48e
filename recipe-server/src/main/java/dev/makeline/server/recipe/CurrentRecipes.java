package dev.makeline.server.recipe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.makeline.document.Reading;
import dev.makeline.document.RecipeDocumentReader;
import dev.makeline.protocol.MalformedMessageException;
import dev.makeline.protocol.ProtocolJson;
import dev.makeline.server.memory.SharedLoads;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;

/// The current revision of recipes, remembered for a moment, since makes of one recipe come in
/// crowds. A recipe that does not exist is not remembered. Thread-safe; blocking.
@Singleton
public final class CurrentRecipes {

    private final RecipeStore store;
    private final RecipeDocumentReader reader;
    private final SharedLoads<Long, Optional<CurrentRecipe>> loads;

    CurrentRecipes(
            RecipeStore store,
            RecipeDocumentReader reader,
            RecipeSettings settings,
            @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.store = store;
        this.reader = reader;
        this.loads =
                new SharedLoads<>(
                        this::findNow,
                        recipe -> recipe.isPresent() ? settings.currentFor() : Duration.ZERO,
                        recipe -> recipe.map(CurrentRecipe::documentCharacters).orElse(1),
                        settings.rememberedCharacters(),
                        executor);
    }

    /// As it was at most [RecipeSettings#currentFor] ago; this process' own changes at once.
    public Optional<CurrentRecipe> find(long recipeId) {
        try {
            return loads.get(recipeId).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /// As it is; strongly consistent.
    public Optional<CurrentRecipe> findNow(long recipeId) {
        return store.current(recipeId).map(this::read);
    }

    /// One of its revisions, which need not be the current one.
    public Optional<CurrentRecipe> revision(long recipeId, int number) {
        return store.revision(recipeId, number).map(this::read);
    }

    void forget(long recipeId) {
        loads.forget(recipeId);
    }

    private CurrentRecipe read(Revision revision) {
        return switch (reader.read(json(revision))) {
            case Reading.Read(var document) ->
                    new CurrentRecipe(
                            revision.recipeId(),
                            revision.number(),
                            document.content(),
                            revision.document().length());
            case Reading.Unreadable unreadable ->
                    throw new IllegalStateException(
                            "Revision %d of recipe %d, which was kept, cannot be read: %s"
                                    .formatted(
                                            revision.number(),
                                            revision.recipeId(),
                                            unreadable.reason()));
        };
    }

    private static ObjectNode json(Revision revision) {
        try {
            return ProtocolJson.read(revision.document(), ObjectNode.class);
        } catch (MalformedMessageException e) {
            throw new IllegalStateException("A kept document is no JSON object", e);
        }
    }
}

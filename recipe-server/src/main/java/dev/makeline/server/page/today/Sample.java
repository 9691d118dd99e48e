package dev.makeline.server.page.today;

import dev.makeline.document.Reading;
import dev.makeline.document.RecipeDocument;
import dev.makeline.document.RecipeDocumentReader;
import dev.makeline.protocol.Traceparent;
import dev.makeline.server.make.MakeKeeper;
import dev.makeline.server.recipe.CurrentRecipe;
import dev.makeline.server.recipe.CurrentRecipes;
import dev.makeline.server.recipe.RecipeArrival;
import dev.makeline.server.recipe.RecipeChange;
import dev.makeline.server.recipe.RecipeKeeper;
import dev.makeline.server.recipe.RecipeStore;
import dev.makeline.server.recipe.Revision;
import dev.makeline.server.request.Effect;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

/// A recipe and three makes of it, to see what Makeline does. Loading it twice changes nothing: the
/// effects have ids of their own. Thread-safe; blocking.
@Singleton
final class Sample {

    private static final List<String> MAKES =
            List.of("sample-make-1.json", "sample-make-2.json", "sample-make-3.json");

    private static final int FIRST = 1;

    private final RecipeDocumentReader reader;
    private final RecipeStore store;
    private final RecipeKeeper recipes;
    private final CurrentRecipes currentRecipes;
    private final RecipeArrival arrival;
    private final MakeKeeper makes;
    private final InstantSource clock;

    Sample(
            RecipeDocumentReader reader,
            RecipeStore store,
            RecipeKeeper recipes,
            CurrentRecipes currentRecipes,
            RecipeArrival arrival,
            MakeKeeper makes,
            InstantSource clock) {
        this.reader = reader;
        this.store = store;
        this.recipes = recipes;
        this.currentRecipes = currentRecipes;
        this.arrival = arrival;
        this.makes = makes;
        this.clock = clock;
    }

    /// The id of the recipe.
    long load(Traceparent trace) {
        Instant now = clock.instant();
        RecipeDocument recipe = read("sample-recipe.json");
        recipes.keep(recipe, new RecipeChange.Create(), Effect.once(now));
        arrival.arrived(recipe.recipeId());
        CurrentRecipe current = currentRecipes.findNow(recipe.recipeId()).orElseThrow();
        // The time of the first loading, so that a later one means the same makes.
        Instant loadedAt =
                store.revision(recipe.recipeId(), FIRST).map(Revision::createdAt).orElse(now);
        for (String name : MAKES) {
            Effect effect = new Effect("sample/" + name, loadedAt, true);
            makes.keep(read(name), current, effect, trace, name);
        }
        return recipe.recipeId();
    }

    private RecipeDocument read(String name) {
        try (InputStream content =
                Objects.requireNonNull(Sample.class.getResourceAsStream(name), name)) {
            return switch (reader.read(content.readAllBytes())) {
                case Reading.Read(RecipeDocument document) -> document;
                case Reading.Unreadable unreadable ->
                        throw new IllegalStateException(name + ": " + unreadable.reason());
            };
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name, e);
        }
    }
}

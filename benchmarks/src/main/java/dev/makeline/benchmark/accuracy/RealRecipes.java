package dev.makeline.benchmark.accuracy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.makeline.benchmark.accuracy.draft.Draft;
import dev.makeline.benchmark.accuracy.draft.LineDraft;
import dev.makeline.document.Reading;
import dev.makeline.document.RecipeDocumentReader;
import dev.makeline.recipe.Ingredient;
import dev.makeline.recipe.Recipe;
import dev.makeline.recipe.Step;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The English recipes of `jsonld-pages.jsonl` with at least three ingredients and two steps, as
/// the reader of documents reads them.
final class RealRecipes {

    private static final int LEAST_INGREDIENTS = 3;
    private static final int LEAST_STEPS = 2;
    private static final ObjectMapper JSON = new ObjectMapper();

    private RealRecipes() {}

    static List<Draft> read(Path pages) throws IOException {
        RecipeDocumentReader reader = new RecipeDocumentReader();
        List<Draft> drafts = new ArrayList<>();
        for (String line : Files.readAllLines(pages, StandardCharsets.UTF_8)) {
            JsonNode page = JSON.readTree(line);
            if (page.at("/expected/language").asText().startsWith("en")) {
                byte[] document = page.path("jsonld").asText().getBytes(StandardCharsets.UTF_8);
                draft(reader.read(document)).ifPresent(drafts::add);
            }
        }
        return List.copyOf(drafts);
    }

    private static Optional<Draft> draft(Reading reading) {
        return switch (reading) {
            case Reading.Unreadable _ -> Optional.empty();
            case Reading.Read(var document) ->
                    Optional.of(draft(document.content()))
                            .filter(draft ->
                                    draft.ingredients().size() >= LEAST_INGREDIENTS
                                            && draft.steps().size() >= LEAST_STEPS);
        };
    }

    private static Draft draft(Recipe recipe) {
        return new Draft(
                recipe.name(),
                whole(recipe.servings()),
                whole(recipe.rating()),
                recipe.ingredients().stream().map(RealRecipes::line).map(LineDraft::of).toList(),
                recipe.steps().stream().map(Step::text).toList());
    }

    private static String line(Ingredient ingredient) {
        return ingredient.original().orElse(ingredient.name());
    }

    private static OptionalInt whole(Optional<BigDecimal> number) {
        return number.filter(
                        value -> value.stripTrailingZeros().scale() <= 0 && value.intValue() > 0)
                .map(value -> OptionalInt.of(value.intValue()))
                .orElse(OptionalInt.empty());
    }
}

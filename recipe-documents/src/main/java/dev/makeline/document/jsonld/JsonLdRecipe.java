package dev.makeline.document.jsonld;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.document.found.FoundRecipe;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Finds the recipe in JSON-LD: the one that says most, of several such the first.
public final class JsonLdRecipe {

    private static final int SHOWN = 60;

    private JsonLdRecipe() {}

    /// @param documents all that one file or page holds
    public static Optional<FoundRecipe> in(List<JsonNode> documents) {
        List<LdNode> recipes =
                LdGraph.of(documents).objects().stream()
                        .filter(node -> node.is("Recipe") || isUntypedRecipe(node))
                        .filter(node -> fullness(node) > 0)
                        .toList();
        return recipes.stream()
                .max(Comparator.comparingInt(JsonLdRecipe::fullness))
                .map(best -> LdReading.of(best, leftOut(recipes, best)));
    }

    private static boolean isUntypedRecipe(LdNode node) {
        return !node.json().has("@type") && node.value("recipeIngredient").isPresent();
    }

    private static int fullness(LdNode recipe) {
        boolean named = recipe.text("name", "headline").isPresent();
        boolean lines = LdIngredients.valueIn(recipe).isPresent();
        boolean steps = LdInstructions.valueIn(recipe).isPresent();
        return (named ? 1 : 0) + (lines ? 2 : 0) + (steps ? 2 : 0);
    }

    private static List<String> leftOut(List<LdNode> recipes, LdNode best) {
        long names = recipes.stream().flatMap(it -> it.text("name").stream()).distinct().count();
        String name = best.text("name").orElse("");
        String shown = name.length() <= SHOWN ? name : name.substring(0, SHOWN) + "…";
        return names > 1
                ? List.of("There are %d recipes in it; only “%s” was read.".formatted(names, shown))
                : List.of();
    }
}

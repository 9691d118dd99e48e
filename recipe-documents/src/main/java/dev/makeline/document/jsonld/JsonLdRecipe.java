package dev.makeline.document.jsonld;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.document.found.FoundRecipe;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds the recipe in JSON-LD: the one that says most, of several such the first.
public final class JsonLdRecipe {

    private static final int SHOWN = 60;

    /// Of a recipe that is told, not only named: it has a name, and ingredients or steps.
    private static final int TOLD = 3;

    private JsonLdRecipe() {}

    /// @param documents all that one file or page holds
    public static Optional<FoundRecipe> in(List<JsonNode> documents) {
        List<LdNode> recipes = recipes(documents);
        return recipes.stream()
                .max(Comparator.comparingInt(JsonLdRecipe::fullness))
                .map(best -> LdReading.of(best, leftOut(recipes, best)));
    }

    /// Every recipe that is told, in the order in which they stand there, each name once.
    public static List<FoundRecipe> allIn(List<JsonNode> documents) {
        Set<String> names = new HashSet<>();
        return recipes(documents).stream()
                .filter(recipe -> fullness(recipe) >= TOLD)
                .filter(recipe -> recipe.text("name", "headline").filter(names::add).isPresent())
                .map(recipe -> LdReading.of(recipe, List.of()))
                .toList();
    }

    private static List<LdNode> recipes(List<JsonNode> documents) {
        return LdGraph.of(documents).objects().stream()
                .filter(node -> node.is("Recipe") || isUntypedRecipe(node))
                .filter(node -> fullness(node) > 0)
                .toList();
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

package dev.makeline.launcher.recipes;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.makeline.document.ComparisonJson;
import dev.makeline.document.RecipeDocument;
import dev.makeline.recipe.compare.Comparison;
import dev.makeline.recipe.compare.Outcome;
import dev.makeline.recipe.compare.RecipeComparison;
import java.util.List;

/// A recipe, a make of it, and what was done differently.
record ComparedPair(RecipeDocument recipe, RecipeDocument make, Comparison comparison) {

    static ComparedPair of(RecipeDocument recipe, RecipeDocument make) {
        return new ComparedPair(
                recipe, make, RecipeComparison.compare(recipe.content(), make.content()));
    }

    boolean deviates() {
        return comparison.outcome() == Outcome.DEVIATING;
    }

    /// The comparison, and under `unread` what could not be read of either side.
    ObjectNode json() {
        ObjectNode json = ComparisonJson.of(comparison);
        ObjectNode unread = JsonNodeFactory.instance.objectNode();
        put(unread, "recipe", recipe.unread());
        put(unread, "make", make.unread());
        if (!unread.isEmpty()) {
            json.set("unread", unread);
        }
        return json;
    }

    private static void put(ObjectNode unread, String side, List<String> sentences) {
        if (!sentences.isEmpty()) {
            ArrayNode list = unread.putArray(side);
            sentences.forEach(list::add);
        }
    }
}

package dev.makeline.server.make;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.makeline.protocol.ProtocolJson;
import dev.makeline.recipe.Comparison;
import dev.makeline.recipe.Difference;
import java.math.BigDecimal;

/// A comparison as it is stored with its make: said once, in the words of the version that
/// compared.
///
/// @param differences a JSON array, without the ids of recipe and make
public record KeptComparison(
        String outcome,
        String headline,
        BigDecimal batchFactor,
        int differenceCount,
        String differences) {

    private static final String NONE = "[]";

    static KeptComparison of(Comparison comparison) {
        return new KeptComparison(
                comparison.outcome().label(),
                comparison.headline(),
                comparison.batchFactor().approximation(),
                comparison.differences().size(),
                comparison.differences().isEmpty() ? NONE : json(comparison));
    }

    private static String json(Comparison comparison) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode(comparison.differences().size());
        comparison.differences().forEach(difference -> array.add(json(difference)));
        return ProtocolJson.write(array);
    }

    private static ObjectNode json(Difference difference) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("kind", difference.kind());
        json.put("sentence", difference.sentence());
        json.put("recipeField", difference.recipeField().label());
        difference.ingredientId().ifPresent(id -> json.put("ingredientId", id));
        difference.ingredientField().ifPresent(field -> json.put("ingredientField", field.label()));
        difference.stepId().ifPresent(id -> json.put("stepId", id));
        ObjectNode sides = json.putObject("difference");
        sides.put("recipe", difference.difference().recipe());
        sides.put("make", difference.difference().make());
        // The original contract has the step's id here.
        difference.stepId().ifPresent(id -> sides.put("stepId", id));
        return json;
    }
}

package dev.makeline.document;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.makeline.recipe.compare.Comparison;
import dev.makeline.recipe.compare.Difference;
import dev.makeline.recipe.compare.JudgedDifference;
import dev.makeline.recipe.compare.Judgement;
import dev.makeline.recipe.compare.Told;
import dev.makeline.recipe.food.Allergen;
import dev.makeline.recipe.quantity.Amount;
import dev.makeline.recipe.step.Magnitude;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/// A comparison as JSON: what the API and the command line answer. Numbers are exact up to six
/// significant digits.
public final class ComparisonJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ComparisonJson() {}

    /// `{"summary": {…}, "differences": [{…}]}`
    public static ObjectNode of(Comparison comparison) {
        ObjectNode json = JSON.objectNode();
        json.set("summary", summary(comparison));
        json.set("differences", differences(comparison));
        return json;
    }

    public static ObjectNode summary(Comparison comparison) {
        ObjectNode json = JSON.objectNode();
        json.put("outcome", comparison.outcome().label());
        json.put("headline", comparison.headline());
        json.put("batchFactor", comparison.batchFactor().approximation());
        json.put("deviationScore", comparison.deviationScore());
        json.put("differenceCount", comparison.judged().size());
        json.put("withinToleranceCount", comparison.count(Judgement.WITHIN_TOLERANCE));
        json.put("deviationCount", comparison.count(Judgement.DEVIATION));
        json.put("criticalCount", comparison.count(Judgement.CRITICAL));
        ArrayNode told = json.putArray("told");
        for (Told thing : comparison.told()) {
            told.addObject().put("kind", thing.kind()).put("sentence", thing.sentence());
        }
        return json;
    }

    public static ArrayNode differences(Comparison comparison) {
        ArrayNode array = JSON.arrayNode(comparison.judged().size());
        comparison.judged().forEach(judged -> array.add(difference(judged)));
        return array;
    }

    private static ObjectNode difference(JudgedDifference judged) {
        Difference difference = judged.difference();
        ObjectNode json = JSON.objectNode();
        json.put("kind", difference.kind());
        json.put("sentence", judged.sentence());
        json.put("judgement", judged.judgement().label());
        json.put("confidence", Math.round(difference.confidence() * 100) / 100.0);
        json.put("recipeField", difference.recipeField().label());
        difference.ingredientId().ifPresent(id -> json.put("ingredientId", id));
        difference.ingredientField().ifPresent(field -> json.put("ingredientField", field.label()));
        difference.stepId().ifPresent(id -> json.put("stepId", id));
        ObjectNode sides = json.putObject("difference");
        sides.put("recipe", difference.difference().recipe());
        sides.put("make", difference.difference().make());
        // The original contract has the step's id here.
        difference.stepId().ifPresent(id -> sides.put("stepId", id));
        ObjectNode places = json.putObject("places");
        places.set("recipe", texts(difference.places().recipe()));
        places.set("make", texts(difference.places().make()));
        difference.magnitude().ifPresent(size -> json.set("magnitude", magnitude(size)));
        if (!judged.newAllergens().isEmpty()) {
            json.set("newAllergens", allergens(judged));
        }
        return json;
    }

    /// `expected` is the recipe's amount in a batch of this size, `absolute` what the make has
    /// more, `relative` the make as a multiple of it.
    private static ObjectNode magnitude(Magnitude size) {
        ObjectNode json = JSON.objectNode();
        json.set("expected", amount(size.expected()));
        size.difference().ifPresent(difference -> json.set("absolute", amount(difference)));
        size.ratio().ifPresent(ratio -> json.put("relative", ratio.approximation()));
        return json;
    }

    private static ObjectNode amount(Amount amount) {
        ObjectNode json = JSON.objectNode();
        if (amount.isRange()) {
            json.put("low", amount.low().approximation());
            json.put("high", amount.high().approximation());
        } else {
            json.put("value", amount.low().approximation());
        }
        return json.put("unit", amount.unit().name());
    }

    private static ArrayNode texts(List<String> texts) {
        ArrayNode array = JSON.arrayNode(texts.size());
        texts.forEach(array::add);
        return array;
    }

    /// In the order of the European list: `tree-nuts`, `milk`.
    private static ArrayNode allergens(JudgedDifference judged) {
        ArrayNode array = JSON.arrayNode();
        for (Allergen allergen : EnumSet.copyOf(judged.newAllergens())) {
            array.add(allergen.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        return array;
    }
}

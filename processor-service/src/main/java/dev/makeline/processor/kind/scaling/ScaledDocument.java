package dev.makeline.processor.kind.scaling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.makeline.document.RecipeDocument;
import dev.makeline.recipe.Quantities;
import dev.makeline.recipe.quantity.Rational;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A recipe document whose amounts were multiplied.
///
/// @param unscaled sentences about what was not, which stand in the document as well
record ScaledDocument(ObjectNode json, List<String> unscaled) {

    private static final String SERVINGS = "servings";
    private static final String YIELD = "yield";
    private static final String QUANTITY = "quantity";
    private static final String ORIGINAL = "original";

    /// Sentences that the document takes; more say nothing new.
    private static final int MOST_SENTENCES = 50;

    private static final int SHOWN = 80;

    static ScaledDocument of(RecipeDocument document, Rational factor) {
        ObjectNode json = document.json().deepCopy();
        List<String> unscaled = new ArrayList<>();
        for (JsonNode entry : json.path("ingredients")) {
            if (entry instanceof ObjectNode ingredient) {
                scale(ingredient, factor).ifPresent(unscaled::add);
            }
        }
        document.content()
                .servings()
                .ifPresent(own -> put(json, SERVINGS, Rational.of(own).times(factor)));
        if (json.path(YIELD).isTextual()) {
            unscaled.add(
                    "The yield is written “%s” and stays so."
                            .formatted(shortened(json.path(YIELD).textValue())));
        }
        if (!json.path("steps").isEmpty()) {
            unscaled.add(
                    "The steps stay as they are: amounts, times and pans that they name are those of the recipe.");
        }
        json.put("scaledBy", factor.toString());
        var sentences = json.putArray("unscaled");
        unscaled.stream().limit(MOST_SENTENCES).forEach(sentences::add);
        return new ScaledDocument(json, List.copyOf(unscaled));
    }

    /// @return what could not be scaled
    private static Optional<String> scale(ObjectNode ingredient, Rational factor) {
        Optional<String> line =
                Optional.of(ingredient.path(ORIGINAL).asText()).filter(text -> !text.isBlank());
        Optional<String> scaledLine = line.flatMap(text -> ScaledLine.of(text, factor));
        JsonNode quantity = ingredient.path(QUANTITY);
        if (!quantity.isNumber()) {
            scaledLine.ifPresent(text -> ingredient.put(ORIGINAL, text));
            return scaledLine.isPresent()
                    ? Optional.empty()
                    : Optional.of(
                            "“%s” names no amount that can be multiplied."
                                    .formatted(shortened(line.orElse(name(ingredient)))));
        }
        put(ingredient, QUANTITY, Rational.of(quantity.decimalValue()).times(factor));
        if (line.isPresent() && scaledLine.isEmpty()) {
            // The amount in the line would contradict the fields.
            ingredient.remove(ORIGINAL);
            return Optional.of(
                    "The line “%s” was left out: its amount is in the fields alone."
                            .formatted(shortened(line.get())));
        }
        scaledLine.ifPresent(text -> ingredient.put(ORIGINAL, text));
        return Optional.empty();
    }

    /// The number as it is, or, where its digits never end, to six of them with the fraction beside
    /// it.
    private static void put(ObjectNode object, String field, Rational value) {
        Optional<BigDecimal> exact = exact(value);
        object.put(field, exact.orElseGet(value::approximation));
        if (exact.isEmpty()) {
            object.put(field + "Exactly", value.toString());
        }
    }

    private static Optional<BigDecimal> exact(Rational value) {
        try {
            BigDecimal number =
                    new BigDecimal(value.numerator())
                            .divide(new BigDecimal(value.denominator()))
                            .stripTrailingZeros();
            BigDecimal plain = number.scale() < 0 ? number.setScale(0) : number;
            return Optional.of(plain).filter(Quantities::isWritable);
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static String name(ObjectNode ingredient) {
        return ingredient.path("ingredientName").asText();
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…";
    }
}

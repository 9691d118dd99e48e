package dev.makeline.server.page.difference;

import dev.makeline.recipe.Ingredient;
import dev.makeline.recipe.compare.BatchFactor;
import dev.makeline.recipe.line.IngredientLine;
import dev.makeline.recipe.quantity.Amount;
import dev.makeline.recipe.quantity.AmountText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Ingredients as one reads them in a list: `250 g flour, sifted`.
public final class IngredientText {

    private IngredientText() {}

    public static String asWritten(Ingredient ingredient) {
        return ingredient
                .original()
                .orElseGet(() ->
                        Stream.of(
                                        ingredient
                                                .quantity()
                                                .map(BigDecimal::stripTrailingZeros)
                                                .map(BigDecimal::toPlainString)
                                                .orElse(""),
                                        ingredient.measurement(),
                                        ingredient.name())
                                .filter(part -> !part.isBlank())
                                .collect(Collectors.joining(" ")));
    }

    /// With the amount in one form whatever the writer's; as it was written where none is said.
    static String ofMake(Ingredient ingredient) {
        IngredientLine line = IngredientLine.read(asWritten(ingredient));
        return line.total()
                .map(amount -> withAmount(amount, line, ingredient))
                .orElseGet(() -> asWritten(ingredient));
    }

    /// As much of it as a make of that size needs, in the make's unit where that can be told.
    static String ofRecipe(Ingredient ingredient, Optional<Ingredient> made, BatchFactor batch) {
        IngredientLine line = IngredientLine.read(asWritten(ingredient));
        return line.total()
                .map(amount -> amount.times(batch.value()))
                .map(scaled ->
                        made.flatMap(IngredientText::amount)
                                .flatMap(other -> scaled.in(other.unit()))
                                .orElse(scaled))
                .map(amount -> withAmount(amount, line, ingredient))
                .orElseGet(() -> asWritten(ingredient));
    }

    private static Optional<Amount> amount(Ingredient ingredient) {
        return IngredientLine.read(asWritten(ingredient)).total();
    }

    private static String withAmount(Amount amount, IngredientLine line, Ingredient ingredient) {
        String food =
                ingredient.original().isPresent()
                        ? List.of(line.name(), line.preparation(), line.comment()).stream()
                                .filter(part -> !part.isBlank())
                                .collect(Collectors.joining(", "))
                        : ingredient.name();
        return AmountText.of(amount) + " " + food;
    }
}

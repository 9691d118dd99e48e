package dev.makeline.benchmark.accuracy.draft;

import dev.makeline.benchmark.accuracy.draft.DraftIngredient.Measured;
import dev.makeline.benchmark.accuracy.draft.DraftIngredient.Verbatim;
import dev.makeline.recipe.Ingredient;
import dev.makeline.recipe.Recipe;
import dev.makeline.recipe.Step;
import dev.makeline.recipe.Tolerances;
import dev.makeline.recipe.line.IngredientLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// How a draft is written down: each ingredient as fields or as one line, its number in one of the
/// styles, everything numbered from 1 or nothing. [Verbatim] ingredients are lines in any form.
public record Form(boolean lines, Numeral numeral, boolean bracketed, boolean numbered) {

    public Recipe write(Draft draft) {
        List<Ingredient> ingredients = new ArrayList<>();
        for (DraftIngredient ingredient : draft.ingredients()) {
            ingredients.add(ingredient(ingredient, id(ingredients.size())));
        }
        List<Step> steps = new ArrayList<>();
        for (String text : draft.steps()) {
            steps.add(new Step(id(steps.size()), text));
        }
        return new Recipe(
                draft.name(), number(draft.rating()), number(draft.servings()), ingredients, steps);
    }

    /// The ingredient as one line of text.
    public String line(DraftIngredient ingredient) {
        return switch (ingredient) {
            case Verbatim verbatim -> verbatim.line();
            case Measured measured ->
                    numeral.write(measured.quantity())
                            + (measured.unit().isEmpty() ? "" : " " + measured.unit())
                            + " "
                            + measured.food()
                            + preparation(measured.preparation());
        };
    }

    private String preparation(String preparation) {
        if (preparation.isEmpty()) {
            return "";
        }
        return bracketed ? " (" + preparation + ")" : ", " + preparation;
    }

    private Ingredient ingredient(DraftIngredient ingredient, OptionalLong id) {
        if (ingredient instanceof Measured measured && !lines) {
            return new Ingredient(
                    id,
                    Numeral.decimal(measured.quantity()),
                    measured.unit(),
                    measured.food() + preparation(measured.preparation()));
        }
        return ofLine(line(ingredient), id);
    }

    private static Ingredient ofLine(String line, OptionalLong id) {
        IngredientLine reading = IngredientLine.read(line);
        return new Ingredient(
                id,
                reading.total().map(total -> Numeral.decimal(total.low())),
                reading.total().map(total -> total.unit().name()).orElse(""),
                reading.name().isBlank() ? line : reading.name(),
                Optional.of(line),
                Tolerances.UNSET);
    }

    private OptionalLong id(int index) {
        return numbered ? OptionalLong.of(index + 1L) : OptionalLong.empty();
    }

    private static Optional<BigDecimal> number(OptionalInt number) {
        return number.isPresent()
                ? Optional.of(BigDecimal.valueOf(number.getAsInt()))
                : Optional.empty();
    }
}

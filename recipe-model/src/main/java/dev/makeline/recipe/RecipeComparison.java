package dev.makeline.recipe;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalLong;

/// Compares a make with its recipe. A pure function: the same two always give the same comparison,
/// and no valid recipe makes it fail. At most O(n²).
public final class RecipeComparison {

    private final Recipe recipe;
    private final Recipe make;
    private final List<Difference> differences = new ArrayList<>();

    private RecipeComparison(Recipe recipe, Recipe make) {
        this.recipe = recipe;
        this.make = make;
    }

    /// @param original the revision that the make is pinned to
    public static Comparison compare(Recipe original, Recipe make) {
        return new RecipeComparison(original, make).compare();
    }

    private Comparison compare() {
        Pairing ingredients = IngredientMatch.of(recipe.ingredients(), make.ingredients());
        BatchFactor batch = BatchScaling.of(recipe, make, ingredients);
        compareIngredients(ingredients, batch);
        compareSteps(StepMatch.of(recipe.steps(), make.steps()));
        recipe.rating()
                .ifPresent(original -> make.rating().ifPresent(own -> rating(original, own)));
        return new Comparison(differences, batch);
    }

    private void rating(BigDecimal original, BigDecimal own) {
        if (original.compareTo(own) != 0) {
            differences.add(new Difference.RatingChanged(original, own));
        }
    }

    private void compareIngredients(Pairing pairing, BatchFactor batch) {
        for (int i = 0; i < pairing.recipeSize(); i++) {
            Ingredient original = recipe.ingredients().get(i);
            long id = idOr(original.ingredientId(), i);
            if (pairing.hasRecipe(i)) {
                Ingredient made = make.ingredients().get(pairing.makeOf(i));
                long shared = idOr(original.ingredientId(), made.ingredientId(), i);
                compareIngredient(shared, original, made, batch);
            } else {
                differences.add(new Difference.IngredientRemoved(id, original));
            }
        }
        for (int j = 0; j < pairing.makeSize(); j++) {
            if (!pairing.hasMake(j)) {
                Ingredient added = make.ingredients().get(j);
                differences.add(
                        new Difference.IngredientAdded(idOr(added.ingredientId(), j), added));
            }
        }
    }

    private void compareIngredient(
            long id, Ingredient original, Ingredient made, BatchFactor batch) {
        if (!Spelling.sameName(original.name(), made.name())) {
            differences.add(new Difference.IngredientRenamed(id, original, made));
        }
        boolean measuredAlike =
                Spelling.sameMeasurement(original.measurement(), made.measurement());
        // Amounts in different measurements have no ratio; they are compared as they stand.
        BatchFactor expected = measuredAlike ? batch : BatchFactor.ONE;
        if (!expected.relates(
                original.quantity().orElse(BigDecimal.ZERO),
                made.quantity().orElse(BigDecimal.ZERO))) {
            differences.add(new Difference.QuantityChanged(id, original, made, expected));
        }
        if (!measuredAlike) {
            differences.add(new Difference.MeasurementChanged(id, original, made));
        }
    }

    private void compareSteps(Pairing pairing) {
        BitSet moved = MovedSteps.in(pairing);
        int addedUntil = 0;
        for (int i = 0; i < pairing.recipeSize(); i++) {
            Step original = recipe.steps().get(i);
            if (!pairing.hasRecipe(i)) {
                differences.add(
                        new Difference.StepRemoved(idOr(original.stepId(), i), i + 1, original));
            } else {
                int j = pairing.makeOf(i);
                if (!moved.get(i)) {
                    addSteps(pairing, addedUntil, j);
                    addedUntil = j + 1;
                }
                compareStep(i, j, moved.get(i));
            }
        }
        addSteps(pairing, addedUntil, pairing.makeSize());
    }

    private void compareStep(int i, int j, boolean moved) {
        Step original = recipe.steps().get(i);
        Step made = make.steps().get(j);
        long id = idOr(original.stepId(), made.stepId(), i);
        if (moved) {
            differences.add(new Difference.StepMoved(id, i + 1, j + 1, original));
        }
        if (!Spelling.sameText(original.text(), made.text())) {
            differences.add(new Difference.StepChanged(id, i + 1, original, made));
        }
    }

    private void addSteps(Pairing pairing, int from, int to) {
        for (int j = from; j < to; j++) {
            if (!pairing.hasMake(j)) {
                Step added = make.steps().get(j);
                differences.add(new Difference.StepAdded(idOr(added.stepId(), j), j + 1, added));
            }
        }
    }

    private static long idOr(OptionalLong id, int index) {
        return id.orElse(index + 1L);
    }

    private static long idOr(OptionalLong recipeId, OptionalLong makeId, int index) {
        return recipeId.isPresent() ? recipeId.getAsLong() : idOr(makeId, index);
    }
}

package dev.makeline.benchmark.accuracy.score;

import dev.makeline.recipe.Comparison;
import dev.makeline.recipe.Difference;
import dev.makeline.recipe.Ingredient;
import dev.makeline.recipe.Recipe;
import dev.makeline.recipe.RecipeComparison;
import java.util.List;

/// What the comparison claims: the one place that knows how it says so.
public final class Compared {

    private Compared() {}

    /// Without repeats, in the comparison's order.
    public static List<Claim> claims(Recipe recipe, Recipe make) {
        Comparison comparison = RecipeComparison.compare(recipe, make);
        return comparison.differences().stream()
                .map(difference -> claim(difference, recipe, make))
                .distinct()
                .toList();
    }

    private static Claim claim(Difference difference, Recipe recipe, Recipe make) {
        return new Claim(difference.kind(), place(difference, recipe, make));
    }

    private static Place place(Difference difference, Recipe recipe, Recipe make) {
        return switch (difference) {
            case Difference.RatingChanged _ -> Place.ofRecipe("/rating");
            case Difference.QuantityChanged changed -> ingredient(recipe, changed.recipe());
            case Difference.MeasurementChanged changed -> ingredient(recipe, changed.recipe());
            case Difference.IngredientRenamed renamed -> ingredient(recipe, renamed.recipe());
            case Difference.IngredientRemoved removed -> ingredient(recipe, removed.recipe());
            case Difference.IngredientAdded added ->
                    Place.makeIngredient(make.ingredients().indexOf(added.make()));
            case Difference.StepAdded added -> Place.makeStep(added.placeInMake() - 1);
            case Difference.StepChanged changed -> Place.recipeStep(changed.place() - 1);
            case Difference.StepMoved moved -> Place.recipeStep(moved.place() - 1);
            case Difference.StepRemoved removed -> Place.recipeStep(removed.place() - 1);
        };
    }

    private static Place ingredient(Recipe recipe, Ingredient ingredient) {
        return Place.recipeIngredient(recipe.ingredients().indexOf(ingredient));
    }
}

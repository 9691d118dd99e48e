package dev.makeline.recipe.compare;

import static dev.makeline.recipe.compare.Recipes.ingredient;
import static dev.makeline.recipe.compare.Recipes.plumCrumble;
import static dev.makeline.recipe.compare.Recipes.rated;
import static dev.makeline.recipe.compare.Recipes.replacing;
import static dev.makeline.recipe.compare.Recipes.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.makeline.recipe.Ingredient;
import dev.makeline.recipe.Recipe;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class RecipeComparisonTest {

    @Test
    void makeThatFollowsTheRecipeHasNoDifference() {
        Comparison comparison = RecipeComparison.compare(plumCrumble(), plumCrumble());

        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.outcome()).isEqualTo(Outcome.EXACT);
        assertThat(comparison.headline()).isEqualTo("Made exactly as the recipe says.");
    }

    @Test
    void quantityIsToldAsACookWouldSayIt() {
        Recipe make = replacing(plumCrumble(), 0, ingredient(1, "14", "unit", "plums"));

        Comparison comparison = RecipeComparison.compare(plumCrumble(), make);

        Difference difference = only(comparison);
        assertThat(difference.kind()).isEqualTo("quantity-changed");
        assertThat(difference.recipeField().label()).isEqualTo("ingredient");
        assertThat(difference.ingredientId()).hasValue(1);
        assertThat(difference.ingredientField()).contains(IngredientField.QUANTITY);
        assertThat(difference.stepId()).isEmpty();
        assertThat(difference.difference()).isEqualTo(new Sides("12", "14"));
        assertThat(difference.sentence()).isEqualTo("Plums: 14 instead of 12.");
        assertThat(comparison.outcome()).isEqualTo(Outcome.DEVIATING);
        assertThat(comparison.headline()).isEqualTo("1 difference: plums: 14 instead of 12.");
    }

    @Test
    void substituteUnderTheSameIdIsOneDifference() {
        Recipe make = replacing(plumCrumble(), 1, ingredient(2, "100.0", "G", "margarine"));

        Difference difference = only(RecipeComparison.compare(plumCrumble(), make));

        assertThat(difference.kind()).isEqualTo("ingredient-substituted");
        assertThat(difference.ingredientField()).contains(IngredientField.INGREDIENT_NAME);
        assertThat(difference.difference()).isEqualTo(new Sides("butter", "margarine"));
        assertThat(difference.sentence())
                .isEqualTo("Butter was replaced by margarine, same amount.");
    }

    @Test
    void foodListedTwiceInOneAmountIsToldApartByItsPreparation() {
        Recipe recipe =
                with(
                        plumCrumble(),
                        ingredient("4", "tbsp", "butter, melted"),
                        ingredient("100", "g", "hazelnuts"),
                        ingredient("4", "tbsp", "butter, cubed"));
        Recipe make =
                with(
                        plumCrumble(),
                        ingredient("4", "tbsp", "butter, cubed"),
                        ingredient("100", "g", "hazelnuts"),
                        ingredient("4", "tbsp", "butter, melted"));

        assertThat(RecipeComparison.compare(recipe, make).differences()).isEmpty();
    }

    @Test
    void substituteOfWhichNoPreparationIsSaidIsOneDifference() {
        Recipe recipe = replacing(plumCrumble(), 1, ingredient("100", "g", "butter, melted"));
        Recipe make = replacing(plumCrumble(), 1, ingredient("100", "g", "sunflower oil"));

        assertThat(only(RecipeComparison.compare(recipe, make)).kind())
                .isEqualTo("ingredient-substituted");
        assertThat(only(RecipeComparison.compare(make, recipe)).kind())
                .isEqualTo("ingredient-substituted");
    }

    @Test
    void substitutePreparedOtherwiseIsTwoDifferences() {
        Recipe recipe = replacing(plumCrumble(), 0, ingredient("2", "unit", "carrots, grated"));
        Recipe make = replacing(plumCrumble(), 0, ingredient("2", "unit", "parsnips, sliced"));

        assertThat(RecipeComparison.compare(recipe, make).differences())
                .extracting(Difference::kind)
                .containsExactly("ingredient-substituted", "preparation-changed");
    }

    @Test
    void sameAmountInAnotherUnitIsToldAndNoDifference() {
        Recipe make = replacing(plumCrumble(), 2, ingredient(3, "1.5", "tsp", "raw sugar"));

        Comparison comparison = RecipeComparison.compare(plumCrumble(), make);

        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.outcome()).isEqualTo(Outcome.EQUIVALENT);
        assertThat(comparison.headline())
                .isEqualTo(
                        "Made with raw sugar in teaspoons, otherwise exactly as the recipe says.");
    }

    @Test
    void densityOfTheReplacedFoodIsNotThatOfItsSubstitute() {
        Recipe make = replacing(plumCrumble(), 1, ingredient(2, "0.4", "cup", "ghee"));

        assertThat(only(RecipeComparison.compare(plumCrumble(), make)).sentence())
                .isEqualTo("Butter was replaced by ghee, 2/5 cup instead of 100 g.");
    }

    @Test
    void unitsOfMostIngredientsAreThoseOfTheMake() {
        Recipe make =
                with(
                        plumCrumble(),
                        ingredient("12", "", "plums"),
                        ingredient("0.1", "kg", "butter"),
                        ingredient("1.5", "tsp", "raw sugar"),
                        ingredient("2", "cup", "flour"));

        assertThat(RecipeComparison.compare(plumCrumble(), make).headline())
                .isEqualTo(
                        "Made in kilograms and teaspoons, otherwise exactly as the recipe says.");
    }

    @Test
    void unitOfOneIngredientIsNoHeadlineBesideDifferences() {
        Recipe make =
                replacing(
                        replacing(plumCrumble(), 2, ingredient(3, "1.5", "tsp", "raw sugar")),
                        0,
                        ingredient(1, "14", "unit", "plums"));

        Comparison comparison = RecipeComparison.compare(plumCrumble(), make);

        assertThat(comparison.headline()).isEqualTo("1 difference: plums: 14 instead of 12.");
        assertThat(comparison.told())
                .extracting(Told::sentence)
                .containsExactly("Raw sugar: the same amount in teaspoons.");
    }

    @Test
    void addedAndLeftOutIngredientsCarryTheirOwnIds() {
        List<Ingredient> all = plumCrumble().ingredients();
        Recipe make =
                with(
                        plumCrumble(),
                        all.get(0),
                        all.get(1),
                        all.get(3),
                        ingredient(9, "2", "tsp", "ginger"));

        Comparison comparison = RecipeComparison.compare(plumCrumble(), make);

        assertThat(comparison.differences())
                .extracting(Difference::kind, Difference::ingredientId, Difference::sentence)
                .containsExactly(
                        tuple("ingredient-removed", OptionalLong.of(3), "Raw sugar was left out."),
                        tuple(
                                "ingredient-added",
                                OptionalLong.of(9),
                                "Ginger was added (2 teaspoons)."));
    }

    @Test
    void ingredientsWithoutIdsAreNumberedByTheirPlace() {
        Recipe recipe =
                with(plumCrumble(), ingredient("1", "", "egg"), ingredient("2", "l", "milk"));
        Recipe make = with(plumCrumble(), ingredient("1.00", "", "Egg"));

        Difference difference = only(RecipeComparison.compare(recipe, make));

        assertThat(difference.kind()).isEqualTo("ingredient-removed");
        assertThat(difference.ingredientId()).hasValue(2);
    }

    @Test
    void spellingOfNamesAndMeasurementsMakesNoDifference() {
        Recipe recipe = with(plumCrumble(), ingredient("2", "Cups", "pieCrust"));
        Recipe make = with(plumCrumble(), ingredient("2.0", "cup", " Pie  crust"));

        Comparison comparison = RecipeComparison.compare(recipe, make);

        assertThat(comparison.outcome()).isEqualTo(Outcome.EXACT);
    }

    @Test
    void slipOfTypingIsNoOtherFood() {
        Recipe recipe = with(plumCrumble(), ingredient("1", "tsp", "onion power"));
        Recipe make = with(plumCrumble(), ingredient("1", "tsp", "onion powder"));

        assertThat(RecipeComparison.compare(recipe, make).differences()).isEmpty();
    }

    @Test
    void foodThatTheOriginalDoesNotHaveAndManyCannotEatIsCritical() {
        Recipe make = replacing(plumCrumble(), 1, ingredient(2, "100", "g", "peanut butter"));

        Comparison comparison = RecipeComparison.compare(plumCrumble(), make);

        assertThat(comparison.judged().getFirst().judgement()).isEqualTo(Judgement.CRITICAL);
        assertThat(comparison.judged().getFirst().sentence())
                .isEqualTo(
                        "Butter was replaced by peanut butter, same amount; new allergen:"
                                + " peanuts.");
        assertThat(comparison.deviationScore()).isGreaterThanOrEqualTo(40);
    }

    @Test
    void massOfAFoodWithoutAKnownDensityCannotBeTold() {
        Recipe recipe = with(plumCrumble(), ingredient("1", "cup", "gochujang"));
        Recipe make = with(plumCrumble(), ingredient("300", "g", "gochujang"));

        Difference difference = only(RecipeComparison.compare(recipe, make));

        assertThat(difference.kind()).isEqualTo("unit-changed");
        assertThat(difference.confidence()).isEqualTo(0.5);
        assertThat(difference.magnitude()).isEmpty();
        assertThat(difference.sentence()).contains("cannot be told");
    }

    @Test
    void densityThatWasUsedIsToldWithItsSource() {
        Recipe recipe = with(plumCrumble(), ingredient("1", "cup", "granulated sugar"));
        Recipe make = with(plumCrumble(), ingredient("200", "g", "granulated sugar"));

        Comparison comparison = RecipeComparison.compare(recipe, make);

        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.told())
                .anySatisfy(told -> assertThat(told.sentence()).contains("USDA"));
    }

    @Test
    void tablespoonIsNotATeaspoon() {
        Recipe recipe = with(plumCrumble(), ingredient("2", "T", "salt"));
        Recipe make = with(plumCrumble(), ingredient("2", "t", "salt"));

        Difference difference = only(RecipeComparison.compare(recipe, make));

        assertThat(difference.kind()).isEqualTo("unit-changed");
        assertThat(difference.sentence()).isEqualTo("Salt: 2 teaspoons instead of 2 tablespoons.");
    }

    @Test
    void crossedIdsFollowTheNames() {
        Recipe recipe =
                with(
                        plumCrumble(),
                        ingredient(1, "5", "g", "salt"),
                        ingredient(2, "9", "g", "rye"));
        Recipe make =
                with(
                        plumCrumble(),
                        ingredient(1, "9", "g", "rye"),
                        ingredient(2, "5", "g", "salt"));

        Comparison comparison = RecipeComparison.compare(recipe, make);

        assertThat(comparison.differences()).isEmpty();
    }

    @Test
    void anIngredientUsedTwiceIsMatchedWhereItIsTheSame() {
        Recipe recipe =
                with(plumCrumble(), ingredient("1", "tsp", "salt"), ingredient("3", "tsp", "salt"));
        Recipe make = with(plumCrumble(), ingredient("3", "tsp", "salt"));

        Difference difference = only(RecipeComparison.compare(recipe, make));

        assertThat(difference.kind()).isEqualTo("ingredient-removed");
        assertThat(difference.places()).isEqualTo(new Places(List.of("/ingredients/0"), List.of()));
    }

    @Test
    void ratingIsTheResultAndDoesNotMakeItDeviate() {
        Comparison comparison = RecipeComparison.compare(plumCrumble(), rated(plumCrumble(), "3"));

        Difference difference = only(comparison);
        assertThat(difference.kind()).isEqualTo("rating-changed");
        assertThat(difference.recipeField().label()).isEqualTo("rating");
        assertThat(difference.difference()).isEqualTo(new Sides("4.5", "3"));
        assertThat(difference.sentence()).isEqualTo("Rated 3 instead of 4.5.");
        assertThat(comparison.outcome()).isEqualTo(Outcome.EXACT);
        assertThat(comparison.headline())
                .isEqualTo("Made exactly as the recipe says; rated 3 instead of 4.5.");
    }

    @Test
    void makeWithoutRatingWasNotRatedOtherwise() {
        Recipe unrated =
                new Recipe(
                        "Plum Crumble",
                        Optional.empty(),
                        Optional.empty(),
                        plumCrumble().ingredients(),
                        plumCrumble().steps());

        assertThat(RecipeComparison.compare(plumCrumble(), unrated).differences()).isEmpty();
        assertThat(RecipeComparison.compare(unrated, plumCrumble()).differences()).isEmpty();
        assertThat(
                        RecipeComparison.compare(plumCrumble(), rated(plumCrumble(), "4.50"))
                                .differences())
                .isEmpty();
    }

    @Test
    void headlineOfManyDifferencesNamesTheFirstThree() {
        Recipe make =
                Recipes.changed(
                        rated(plumCrumble(), "1"),
                        old ->
                                Recipes.quantity(
                                        old, old.quantity().orElseThrow().add(BigDecimal.ONE)));

        Comparison comparison = RecipeComparison.compare(plumCrumble(), make);

        assertThat(comparison.headline())
                .isEqualTo(
                        "5 differences: plums: 13 instead of 12; butter: 101 g instead of 100;"
                                + " raw sugar: 1 1/2 tablespoons instead of 1/2; and 2 more.");
    }

    @Test
    void namesOfAnyLengthAndShapeAreTold() {
        String hump = "aB" + "bB".repeat(4_000) + "b";
        Recipe recipe =
                with(plumCrumble(), ingredient(1, "1", "", hump), ingredient(2, "1", "", "_"));
        Recipe make = with(plumCrumble(), ingredient(3, "1", "", "😀"));

        Comparison comparison = RecipeComparison.compare(recipe, make);

        assertThat(comparison.differences())
                .extracting(Difference::sentence)
                .allSatisfy(sentence -> assertThat(sentence).hasSizeBetween(10, 120))
                .contains("_ was left out.", "😀 was added (1).");
    }

    private static Difference only(Comparison comparison) {
        assertThat(comparison.differences()).hasSize(1);
        return comparison.differences().getFirst();
    }
}

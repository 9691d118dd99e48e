package dev.makeline.recipe.compare;

import static dev.makeline.recipe.compare.Recipes.ingredient;
import static dev.makeline.recipe.compare.Recipes.plumCrumble;
import static dev.makeline.recipe.compare.Recipes.rated;
import static dev.makeline.recipe.compare.Recipes.replacing;
import static dev.makeline.recipe.compare.Recipes.serving;
import static dev.makeline.recipe.compare.Recipes.steps;
import static dev.makeline.recipe.compare.Recipes.with;
import static dev.makeline.recipe.compare.Recipes.withSteps;
import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.recipe.Ingredient;
import dev.makeline.recipe.Recipe;
import dev.makeline.recipe.Step;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTableTest {

    @Test
    void everyIngredientOfTheRecipeIsARowWithWhatEachMakeHasOfIt() {
        Recipe recipe = plumCrumble();
        Recipe fewer = replacing(recipe, 0, ingredient(1, "9", "unit", "plums"));
        Recipe oiled = replacing(recipe, 1, ingredient(2, "100", "g", "margarine"));

        ComparisonTable table = ComparisonTable.of(recipe, List.of(recipe, fewer, oiled));

        assertThat(table.comparisons())
                .extracting(Comparison::outcome)
                .containsExactly(Outcome.EXACT, Outcome.DEVIATING, Outcome.DEVIATING);
        assertThat(table.ingredients())
                .extracting(TableRow::name)
                .containsExactly("plums", "butter", "raw sugar", "flour");
        assertThat(kinds(table.ingredients().get(0)))
                .containsExactly("[]", "[quantity-changed]", "[]");
        assertThat(kinds(table.ingredients().get(1)))
                .containsExactly("[]", "[]", "[ingredient-substituted]");
        assertThat(present(table.ingredients().get(0), 1).values())
                .containsExactly(fewer.ingredients().getFirst());
    }

    @Test
    void whatAMakeLeftOutIsRemovedAndWhatOnlyOthersHaveWasNeverThere() {
        Recipe recipe = plumCrumble();
        Recipe without = without(recipe, 2);
        Recipe spiced = adding(recipe, ingredient("1", "tsp", "cardamom"));

        ComparisonTable table = ComparisonTable.of(recipe, List.of(without, spiced));

        assertThat(kinds(table.ingredients().get(2))).containsExactly("removed", "[]");
        assertThat(table.ingredients()).hasSize(5);
        TableRow<Ingredient> cardamom = table.ingredients().getLast();
        assertThat(cardamom.name()).isEqualTo("cardamom");
        assertThat(cardamom.recipe()).isEmpty();
        assertThat(kinds(cardamom)).containsExactly("never-there", "[ingredient-added]");
    }

    @Test
    void sameFoodThatSeveralMakesAddedIsOneRow() {
        Recipe recipe = plumCrumble();
        Recipe one = adding(recipe, ingredient("1", "tsp", "scallions"));
        Recipe other = adding(recipe, ingredient("3", "unit", "green onion"));
        Recipe third = adding(recipe, ingredient("2", "tsp", "nutmeg"));

        ComparisonTable table = ComparisonTable.of(recipe, List.of(one, third, other));

        assertThat(table.ingredients().subList(4, table.ingredients().size()))
                .extracting(row -> row.name() + " " + kinds(row))
                .containsExactly(
                        "scallions [[ingredient-added], never-there, [ingredient-added]]",
                        "nutmeg [never-there, [ingredient-added], never-there]");
    }

    @Test
    void foodThatOneMakeAddedTwiceStandsInTwoRows() {
        Recipe recipe = plumCrumble();
        Recipe twice =
                adding(
                        recipe,
                        ingredient("1", "tsp", "cardamom"),
                        ingredient("2", "TBS", "cardamom"));

        ComparisonTable table = ComparisonTable.of(recipe, List.of(twice));

        assertThat(table.ingredients().subList(4, 6))
                .extracting(TableRow::name)
                .containsExactly("cardamom", "cardamom");
    }

    @Test
    void stepsStandBesideWhatBecameOfThem() {
        Recipe recipe = plumCrumble();
        Recipe longer =
                withSteps(
                        recipe,
                        steps(
                                "Heat the oven to 190 degrees",
                                "Rub butter into flour",
                                "Bake for 2 hours"));
        Recipe shorter =
                withSteps(recipe, steps("Heat the oven to 190 degrees", "Bake for an hour"));
        Recipe served = addingStep(recipe, "Serve with cold custard.");
        Recipe alsoServed = addingStep(recipe, "serve with cold custard");

        ComparisonTable table =
                ComparisonTable.of(recipe, List.of(longer, shorter, served, alsoServed));

        assertThat(table.steps())
                .extracting(TableRow::name)
                .containsExactly("step 1", "step 2", "step 3", "added step");
        assertThat(kinds(table.steps().get(1))).containsExactly("[]", "removed", "[]", "[]");
        assertThat(kinds(table.steps().get(2))).containsExactly("[time-changed]", "[]", "[]", "[]");
        assertThat(kinds(table.steps().get(3)))
                .containsExactly("never-there", "never-there", "[step-added]", "[step-added]");
    }

    @Test
    void splitStepHasAllItsPartsAndTellsItOnce() {
        Recipe recipe =
                withSteps(
                        plumCrumble(),
                        steps(
                                "Halve the plums and take the stones out, then rub the butter into the flour until it looks like crumbs",
                                "Bake for an hour"));
        Recipe split =
                withSteps(
                        recipe,
                        steps(
                                "Halve the plums and take the stones out",
                                "Rub the butter into the flour until it looks like crumbs",
                                "Bake for an hour"));

        TableRow<Step> row = ComparisonTable.of(recipe, List.of(split)).steps().getFirst();

        assertThat(present(row, 0).values()).containsExactlyElementsOf(split.steps().subList(0, 2));
        assertThat(kinds(row)).containsExactly("[step-split]");
    }

    @Test
    void ratingAndServingsThatADocumentDoesNotSayAreToldSo() {
        Recipe recipe = serving(plumCrumble(), "4");
        Recipe worse = rated(recipe, "2");

        ComparisonTable table = ComparisonTable.of(recipe, List.of(worse, plumCrumble()));

        assertThat(table.rating().recipe()).contains(new BigDecimal("4.5"));
        assertThat(kinds(table.rating())).containsExactly("[rating-changed]", "[]");
        assertThat(kinds(table.servings())).containsExactly("[]", "not-said");
    }

    @Test
    void noMakesGiveTheRecipeAlone() {
        ComparisonTable table = ComparisonTable.of(plumCrumble(), List.of());

        assertThat(table.ingredients()).hasSize(4).allMatch(row -> row.makes().isEmpty());
    }

    private static <T> List<String> kinds(TableRow<T> row) {
        return row.makes().stream().map(ComparisonTableTest::kinds).toList();
    }

    private static <T> String kinds(TableCell<T> cell) {
        return switch (cell) {
            case TableCell.Absent<T>(var reason) -> reason.label();
            case TableCell.Present<T>(var _, var differences) ->
                    differences.stream()
                            .map(judged -> judged.difference().kind())
                            .toList()
                            .toString();
        };
    }

    private static <T> TableCell.Present<T> present(TableRow<T> row, int make) {
        return (TableCell.Present<T>) row.makes().get(make);
    }

    private static Recipe without(Recipe recipe, int index) {
        List<Ingredient> ingredients = new ArrayList<>(recipe.ingredients());
        ingredients.remove(index);
        return with(recipe, ingredients.toArray(Ingredient[]::new));
    }

    private static Recipe adding(Recipe recipe, Ingredient... more) {
        List<Ingredient> ingredients = new ArrayList<>(recipe.ingredients());
        ingredients.addAll(Arrays.asList(more));
        return with(recipe, ingredients.toArray(Ingredient[]::new));
    }

    private static Recipe addingStep(Recipe recipe, String text) {
        List<Step> steps = new ArrayList<>(recipe.steps());
        steps.addAll(steps(text));
        return withSteps(recipe, steps);
    }
}

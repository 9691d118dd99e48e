package dev.makeline.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.protocol.Scope;
import dev.makeline.server.SeedClient.Difference;
import dev.makeline.server.SeedClient.Ingredient;
import dev.makeline.server.SeedClient.IngredientField;
import dev.makeline.server.SeedClient.Made;
import dev.makeline.server.SeedClient.Recipe;
import dev.makeline.server.SeedClient.RecipeField;
import dev.makeline.server.SeedClient.Step;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SeedClientTest {

    private final RunningServer server = RunningServer.shared();
    private final SeedClient client =
            new SeedClient(server.uri(), server.token(Scope.RECIPES_READ, Scope.RECIPES_WRITE));

    @Test
    void clientOfTheOriginalContractDoesAllItsOperations() {
        BigDecimal recipeId = BigDecimal.valueOf(RunningServer.newRecipeId());
        Recipe pie = pie(recipeId, "5.0", "apples", "Make the pie");

        assertThat(client.addRecipe(pie)).isEqualTo(pie);
        assertThat(client.getRecipe(recipeId)).isEqualTo(pie);

        Recipe better = pie(recipeId, "4.8", "apples", "Make the pie");
        assertThat(client.updateRecipe(better)).isEqualTo(better);
        assertThat(client.getRecipe(recipeId)).isEqualTo(better);

        Recipe own = pie(recipeId, "3", "pears", "Bake the pie");
        Made made = client.addRecipeMake(recipeId, own, Made.class);
        BigDecimal makeId = Objects.requireNonNull(made.makeId());
        assertThat(client.getRecipeMake(recipeId, makeId, Recipe.class)).isEqualTo(own);
        assertThat(client.getRecipeMakeDifferences(recipeId, makeId, Recipe.class)).isEqualTo(own);
        List<Difference> differences =
                Objects.requireNonNull(
                        client.getRecipeMakeDifferences(recipeId, makeId, Made.class)
                                .differences());
        assertThat(differences)
                .extracting(Difference::recipeField)
                .containsExactly(
                        RecipeField.INGREDIENT, RecipeField.INSTRUCTION, RecipeField.RATING);
        assertThat(differences)
                .allSatisfy(difference -> {
                    assertThat(difference.recipeId()).isEqualTo(recipeId);
                    assertThat(difference.makeId()).isEqualTo(makeId);
                });
        Difference ingredient = differences.getFirst();
        assertThat(ingredient.ingredientId()).isEqualTo(BigDecimal.valueOf(2));
        assertThat(ingredient.ingredientField()).isEqualTo(IngredientField.INGREDIENT_NAME);
        assertThat(ingredient.difference().recipe()).isEqualTo("apples");
        assertThat(ingredient.difference().make()).isEqualTo("pears");
        assertThat(differences.get(1).difference().stepId()).isEqualTo(BigDecimal.valueOf(3));
        assertThat(differences.get(2).difference().recipe()).isEqualTo("4.8");
    }

    private static Recipe pie(BigDecimal recipeId, String rating, String fruit, String lastStep) {
        return new Recipe(
                "Apple Pie",
                recipeId,
                new BigDecimal(rating),
                List.of(
                        ingredient(1, "1", "unit", "pieCrust"),
                        ingredient(2, "5", "unit", fruit),
                        ingredient(3, "0.5", "TBS", "cinnamon")),
                List.of(
                        new Step(BigDecimal.ONE, "Gather ingredients"),
                        new Step(BigDecimal.TWO, "Pre heat oven to 350 degrees"),
                        new Step(BigDecimal.valueOf(3), lastStep)));
    }

    private static Ingredient ingredient(
            long id, String quantity, String measurement, String name) {
        return new Ingredient(BigDecimal.valueOf(id), new BigDecimal(quantity), measurement, name);
    }
}

package dev.makeline.system.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.protocol.MalformedMessageException;
import dev.makeline.protocol.ProtocolJson;
import dev.makeline.system.instance.Answer;
import dev.makeline.system.instance.Documents;
import dev.makeline.system.instance.Instance;
import dev.makeline.system.instance.SharedInstances;
import java.math.BigDecimal;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What a client does that was generated from the original API description, with host and token
/// set.
@ExtendWith(SharedInstances.class)
class SeedClientTest {

    private static final BigDecimal FIVE = new BigDecimal("5.0");

    @Test
    void addsARecipeAMakeAndReadsTheirDifferences(Instance makeline) {
        long recipeId = Documents.newRecipeId();

        Answer created = post(makeline, "/v1/recipes", SeedRecipe.applePie(recipeId, FIVE, 5));
        Answer made =
                post(
                        makeline,
                        "/v1/recipes/%d/makes".formatted(recipeId),
                        SeedRecipe.applePie(recipeId, new BigDecimal("4.0"), 6));
        long makeId = Objects.requireNonNull(typed(made).makeId());
        String makePath = "/v1/recipes/%d/makes/%d".formatted(recipeId, makeId);
        SeedRecipe recipe = typed(makeline.api().get("/v1/recipes/" + recipeId));
        SeedRecipe make = typed(makeline.api().get(makePath));
        SeedRecipe compared = typed(makeline.api().get(makePath + "/differences"));

        assertThat(created.header("Location")).endsWith("/v1/recipes/" + recipeId);
        assertThat(made.header("Location")).endsWith(makePath);
        assertThat(recipe.recipeName()).isEqualTo("Apple Pie");
        assertThat(recipe.ingredients()).hasSize(3);
        assertThat(make.recipeId()).isEqualTo(recipeId);
        assertThat(compared.differences())
                .anySatisfy(difference -> {
                    assertThat(difference.recipeField())
                            .isEqualTo(SeedRecipe.RecipeField.ingredient);
                    assertThat(difference.ingredientId()).isEqualTo(2);
                    assertThat(difference.ingredientField())
                            .isEqualTo(SeedRecipe.IngredientField.quantity);
                    assertThat(difference.difference())
                            .isEqualTo(new SeedRecipe.Difference("5", "6"));
                    assertThat(difference.makeId()).isEqualTo(makeId);
                })
                .anySatisfy(difference ->
                        assertThat(difference.recipeField())
                                .isEqualTo(SeedRecipe.RecipeField.rating));
    }

    @Test
    void updatesARecipeAndAnOldMakeStaysComparedWithTheOldOne(Instance makeline) {
        long recipeId = Documents.newRecipeId();
        post(makeline, "/v1/recipes", SeedRecipe.applePie(recipeId, FIVE, 5));
        SeedRecipe made =
                typed(
                        post(
                                makeline,
                                "/v1/recipes/%d/makes".formatted(recipeId),
                                SeedRecipe.applePie(recipeId, FIVE, 6)));

        Answer updated =
                makeline.api()
                        .put(
                                "/v1/recipes",
                                ProtocolJson.write(SeedRecipe.applePie(recipeId, FIVE, 6)));

        SeedRecipe compared =
                typed(
                        makeline.api()
                                .get(
                                        "/v1/recipes/%d/makes/%d/differences"
                                                .formatted(recipeId, made.makeId())));
        assertThat(typed(updated).recipeId()).isEqualTo(recipeId);
        assertThat(compared.differences()).isNotEmpty();
    }

    @Test
    void aRecipeWithoutAnIdGetsOne(Instance makeline) {
        Answer created = post(makeline, "/v1/recipes", SeedRecipe.applePie(null, FIVE, 5));

        assertThat(typed(created).recipeId()).isNotNull().isPositive();
    }

    @Test
    void whatIsNotThereIsA404(Instance makeline) {
        long unknown = Documents.newRecipeId();

        assertThat(makeline.api().get("/v1/recipes/" + unknown).status()).isEqualTo(404);
        assertThat(
                        post(
                                        makeline,
                                        "/v1/recipes/%d/makes".formatted(unknown),
                                        SeedRecipe.applePie(unknown, FIVE, 5))
                                .status())
                .isEqualTo(404);
    }

    @Test
    void anIdempotencyKeyMakesARepeatedPostOneMake(Instance makeline) {
        long recipeId = Documents.newRecipeId();
        post(makeline, "/v1/recipes", SeedRecipe.applePie(recipeId, FIVE, 5));
        String path = "/v1/recipes/%d/makes".formatted(recipeId);
        String body = ProtocolJson.write(SeedRecipe.applePie(recipeId, FIVE, 6));

        Answer first = makeline.api().post(path, body, "Idempotency-Key", "key-" + recipeId);
        Answer again = makeline.api().post(path, body, "Idempotency-Key", "key-" + recipeId);

        assertThat(typed(again).makeId()).isEqualTo(typed(first).makeId());
        assertThat(makeline.api().makeIds(recipeId)).hasSize(1);
    }

    private static Answer post(Instance makeline, String path, SeedRecipe recipe) {
        return makeline.api().post(path, ProtocolJson.write(recipe));
    }

    private static SeedRecipe typed(Answer answer) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        try {
            return ProtocolJson.read(answer.body(), SeedRecipe.class);
        } catch (MalformedMessageException e) {
            throw new AssertionError(answer.toString(), e);
        }
    }
}

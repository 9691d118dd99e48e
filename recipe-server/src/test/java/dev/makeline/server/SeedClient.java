package dev.makeline.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.makeline.protocol.ProtocolJson;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a generator makes of the original project's OpenAPI description: one method for each
/// operation, one class for each schema with exactly its properties, every number a `BigDecimal`
/// (`type: number`), every property optional. Only 200 is success. Only host and token are set.
final class SeedClient {

    private final Api api;

    SeedClient(URI host, String token) {
        this.api = new Api(host, token);
    }

    /// Generated clients ignore what they do not know and write absent properties as null.
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Recipe(
            @Nullable String recipeName,
            @Nullable BigDecimal recipeId,
            @Nullable BigDecimal rating,
            @Nullable List<Ingredient> ingredients,
            @Nullable List<Step> steps) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Ingredient(
            @Nullable BigDecimal ingredientId,
            @Nullable BigDecimal quantity,
            @Nullable String measurement,
            @Nullable String ingredientName) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Step(@Nullable BigDecimal stepId, @Nullable String stepText) {}

    enum RecipeField {
        @JsonProperty("rating")
        RATING,
        @JsonProperty("ingredient")
        INGREDIENT,
        @JsonProperty("instruction")
        INSTRUCTION
    }

    enum IngredientField {
        @JsonProperty("quantity")
        QUANTITY,
        @JsonProperty("measurement")
        MEASUREMENT,
        @JsonProperty("ingredientName")
        INGREDIENT_NAME
    }

    /// `ratingDifference`, `ingredientDifference` and `stepDifference` in one.
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Difference(
            RecipeField recipeField,
            BigDecimal recipeId,
            BigDecimal makeId,
            Sides difference,
            @Nullable BigDecimal ingredientId,
            @Nullable IngredientField ingredientField) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Sides(@Nullable String recipe, @Nullable String make, @Nullable BigDecimal stepId) {}

    /// The description has no property for what the path promises; a client finds it beside the
    /// recipe's own.
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Made(@Nullable BigDecimal makeId, @Nullable List<Difference> differences) {}

    Recipe addRecipe(Recipe recipe) {
        return as(api.post("/v1/recipes", ProtocolJson.write(recipe)), Recipe.class);
    }

    Recipe updateRecipe(Recipe recipe) {
        return as(api.put("/v1/recipes", ProtocolJson.write(recipe)), Recipe.class);
    }

    Recipe getRecipe(BigDecimal recipeId) {
        return as(api.get("/v1/recipes/" + recipeId), Recipe.class);
    }

    <T> T addRecipeMake(BigDecimal recipeId, Recipe make, Class<T> type) {
        return as(api.post("/v1/recipes/" + recipeId + "/makes", ProtocolJson.write(make)), type);
    }

    <T> T getRecipeMake(BigDecimal recipeId, BigDecimal makeId, Class<T> type) {
        return as(api.get("/v1/recipes/" + recipeId + "/makes/" + makeId), type);
    }

    <T> T getRecipeMakeDifferences(BigDecimal recipeId, BigDecimal makeId, Class<T> type) {
        return as(api.get("/v1/recipes/" + recipeId + "/makes/" + makeId + "/differences"), type);
    }

    private static <T> T as(Api.Answer answer, Class<T> type) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).contains("application/json");
        try {
            return ProtocolJson.mapper().readValue(answer.body(), type);
        } catch (IOException e) {
            throw new AssertionError("Not a %s: %s".formatted(type, answer.body()), e);
        }
    }
}

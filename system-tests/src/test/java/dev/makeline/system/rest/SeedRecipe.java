package dev.makeline.system.rest;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The types that a generator makes of the original API description: every field optional, ids as
/// numbers, unknown fields ignored.
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
record SeedRecipe(
        @Nullable String recipeName,
        @Nullable Long recipeId,
        @Nullable Long makeId,
        @Nullable BigDecimal rating,
        @Nullable List<Ingredient> ingredients,
        @Nullable List<Step> steps,
        @Nullable List<DifferenceObject> differences) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Ingredient(
            @Nullable Long ingredientId,
            @Nullable BigDecimal quantity,
            @Nullable String measurement,
            @Nullable String ingredientName) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Step(@Nullable Long stepId, @Nullable String stepText) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record DifferenceObject(
            RecipeField recipeField,
            long recipeId,
            long makeId,
            Difference difference,
            @Nullable Long ingredientId,
            @Nullable IngredientField ingredientField,
            @Nullable Long stepId) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Difference(@Nullable String recipe, @Nullable String make) {}

    enum RecipeField {
        rating,
        ingredient,
        instruction
    }

    enum IngredientField {
        quantity,
        measurement,
        ingredientName
    }

    static SeedRecipe applePie(@Nullable Long recipeId, BigDecimal rating, int apples) {
        return new SeedRecipe(
                "Apple Pie",
                recipeId,
                null,
                rating,
                List.of(
                        new Ingredient(1L, BigDecimal.ONE, "unit", "pieCrust"),
                        new Ingredient(2L, BigDecimal.valueOf(apples), "unit", "apples"),
                        new Ingredient(3L, new BigDecimal("0.5"), "TBS", "cinnamon")),
                List.of(
                        new Step(1L, "Gather ingredients"),
                        new Step(2L, "Pre heat oven to 350 degrees"),
                        new Step(3L, "Make the pie")),
                null);
    }
}

package dev.makeline.server.docs;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The shape of a make with what was done differently, for the API's description alone.
@Schema(name = "MakeWithDifferences", description = "A make, and what was done differently")
public record DifferencesBody(
        String recipeName,
        Long recipeId,
        Long makeId,
        @Nullable BigDecimal rating,
        @Nullable List<RecipeBody.Ingredient> ingredients,
        @Nullable List<RecipeBody.Step> steps,
        Integer revision,
        Instant recordedAt,
        String traceId,
        List<Difference> differences,
        Comparison comparison) {

    @Schema(name = "Difference")
    public record Difference(
            @Schema(example = "quantity-changed", description = "Stable; finer than recipeField")
                    String kind,
            @Schema(example = "Apples: 6 units instead of 5.") String sentence,
            @Schema(
                            type = "string",
                            allowableValues = {"rating", "ingredient", "instruction"})
                    String recipeField,
            Long recipeId,
            Long makeId,
            @Nullable Long ingredientId,
            @Nullable
                    @Schema(
                            type = "string",
                            allowableValues = {"quantity", "measurement", "ingredientName"})
                    String ingredientField,
            @Nullable Long stepId,
            Sides difference) {}

    @Schema(name = "DifferenceSides")
    public record Sides(
            @Schema(example = "5") String recipe,
            @Schema(example = "6") String make,
            @Nullable Long stepId) {}

    @Schema(name = "Comparison")
    public record Comparison(
            @Schema(
                            type = "string",
                            allowableValues = {"exact", "equivalent", "deviating"})
                    String outcome,
            @Schema(example = "Made double, otherwise exactly as the recipe says.") String headline,
            @Schema(description = "How many times the recipe was made at once", example = "2")
                    BigDecimal batchFactor,
            Integer revision) {}
}

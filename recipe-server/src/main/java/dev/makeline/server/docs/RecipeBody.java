package dev.makeline.server.docs;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The shape of a recipe document, for the API's description alone: documents are kept and answered
/// as they came, unknown fields included.
@Schema(name = "Recipe", description = "A recipe; unknown fields are kept")
public record RecipeBody(
        @Schema(example = "Apple Pie") String recipeName,
        @Nullable
                @Schema(
                        description = "0 to 2^53 − 1; derived from @id, url or name when left out",
                        example = "2")
                Long recipeId,
        @Nullable @Schema(example = "5.0") BigDecimal rating,
        @Nullable BigDecimal servings,
        @Nullable Tolerances tolerances,
        @Nullable List<Ingredient> ingredients,
        @Nullable List<Step> steps) {

    @Schema(name = "Ingredient")
    public record Ingredient(
            @Nullable @Schema(example = "2") Long ingredientId,
            @Nullable
                    @Schema(example = "5", description = "May be left out where original is there")
                    BigDecimal quantity,
            @Nullable @Schema(example = "unit") String measurement,
            @Schema(example = "apples") String ingredientName,
            @Nullable
                    @Schema(
                            example = "5 apples, peeled",
                            description =
                                    "The whole line as it was found; compared where the fields agree with it")
                    String original,
            @Nullable IngredientTolerance tolerance) {}

    @Schema(name = "Step")
    public record Step(
            @Nullable @Schema(example = "1") Long stepId,
            @Schema(example = "Pre heat oven to 350 degrees") String stepText,
            @Nullable StepTolerance tolerance) {}

    @Schema(
            name = "Tolerances",
            description =
                    "Up to where a difference is within tolerance; what is left out has a default")
    public record Tolerances(
            @Nullable Limit quantityPercent,
            @Nullable Limit timePercent,
            @Nullable Limit temperatureCelsius,
            @Nullable Limit countPercent,
            @Nullable Limit lengthPercent,
            @Nullable Limit yieldPercent) {}

    @Schema(name = "IngredientTolerance", description = "Of this ingredient alone")
    public record IngredientTolerance(@Nullable Limit quantityPercent) {}

    @Schema(name = "StepTolerance", description = "Of this step alone")
    public record StepTolerance(
            @Nullable Limit quantityPercent,
            @Nullable Limit timePercent,
            @Nullable Limit temperatureCelsius,
            @Nullable Limit countPercent,
            @Nullable Limit lengthPercent) {}

    @Schema(
            name = "Limit",
            description = "A number is the same as within alone",
            oneOf = {BigDecimal.class, Bounds.class})
    public record Limit() {}

    @Schema(name = "Bounds")
    public record Bounds(
            @Schema(example = "5", description = "Up to here it is within tolerance")
                    BigDecimal within,
            @Nullable @Schema(example = "20", description = "Beyond here it is critical")
                    BigDecimal critical) {}
}

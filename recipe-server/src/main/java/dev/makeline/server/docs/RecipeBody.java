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
        @Nullable List<Ingredient> ingredients,
        @Nullable List<Step> steps) {

    @Schema(name = "Ingredient")
    public record Ingredient(
            @Nullable @Schema(example = "2") Long ingredientId,
            @Schema(example = "5") BigDecimal quantity,
            @Nullable @Schema(example = "unit") String measurement,
            @Schema(example = "apples") String ingredientName) {}

    @Schema(name = "Step")
    public record Step(
            @Nullable @Schema(example = "1") Long stepId,
            @Schema(example = "Pre heat oven to 350 degrees") String stepText) {}
}

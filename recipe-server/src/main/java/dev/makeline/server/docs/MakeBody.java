package dev.makeline.server.docs;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The shape of a make's document, for the API's description alone.
@Schema(name = "Make", description = "A make: a recipe document of what was done")
public record MakeBody(
        @Schema(example = "Apple Pie") String recipeName,
        @Nullable @Schema(example = "2") Long recipeId,
        @Nullable @Schema(description = "Given when the make is kept", example = "484118217506816")
                Long makeId,
        @Nullable @Schema(example = "4.5") BigDecimal rating,
        @Nullable BigDecimal servings,
        @Nullable @Schema(example = "2026-11-20T18:00:00Z") String madeAt,
        @Nullable @Schema(example = "Ada") String madeBy,
        @Nullable String notes,
        @Nullable List<RecipeBody.Ingredient> ingredients,
        @Nullable List<RecipeBody.Step> steps,
        @Nullable
                @Schema(
                        accessMode = Schema.AccessMode.READ_ONLY,
                        description = "The revision that it was compared with")
                Integer revision,
        @Nullable @Schema(accessMode = Schema.AccessMode.READ_ONLY) Instant recordedAt,
        @Nullable @Schema(accessMode = Schema.AccessMode.READ_ONLY) String traceId) {}

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
        Summary summary,
        Comparison comparison) {

    @Schema(name = "Difference")
    public record Difference(
            @Schema(example = "quantity-changed", description = "Stable; finer than recipeField")
                    String kind,
            @Schema(example = "Apples: 6 instead of 5.") String sentence,
            @Nullable
                    @Schema(
                            type = "string",
                            allowableValues = {"within-tolerance", "deviation", "critical"},
                            description = "Not of makes that were kept before this was judged")
                    String judgement,
            @Nullable
                    @Schema(
                            description = "From 0 to 1; an order, not a probability",
                            example = "0.9")
                    BigDecimal confidence,
            @Schema(
                            type = "string",
                            allowableValues = {"rating", "ingredient", "instruction"})
                    String recipeField,
            @Nullable @Schema(description = "Of makes that are kept") Long recipeId,
            @Nullable @Schema(description = "Of makes that are kept") Long makeId,
            @Nullable Long ingredientId,
            @Nullable
                    @Schema(
                            type = "string",
                            allowableValues = {"quantity", "measurement", "ingredientName"})
                    String ingredientField,
            @Nullable Long stepId,
            Sides difference,
            @Nullable Places places,
            @Nullable Magnitude magnitude,
            @Nullable
                    @Schema(
                            example = "[\"tree-nuts\", \"milk\"]",
                            description = "What it brings in that the recipe has not")
                    List<String> newAllergens) {}

    @Schema(name = "DifferenceSides")
    public record Sides(
            @Schema(example = "5") String recipe,
            @Schema(example = "6") String make,
            @Nullable Long stepId) {}

    @Schema(name = "DifferencePlaces", description = "JSON pointers into both documents")
    public record Places(
            @Schema(example = "[\"/ingredients/1\"]") List<String> recipe,
            @Schema(example = "[\"/ingredients/1\"]") List<String> make) {}

    @Schema(name = "DifferenceMagnitude", description = "How large it is, in a batch of this size")
    public record Magnitude(
            Size expected,
            @Nullable @Schema(description = "What the make has more, below 0 less") Size absolute,
            @Nullable
                    @Schema(
                            description = "The make as a multiple of what was expected",
                            example = "1.2")
                    BigDecimal relative) {}

    @Schema(name = "Size", description = "A value, or low and high of a range")
    public record Size(
            @Nullable @Schema(example = "5") BigDecimal value,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            @Schema(example = "gram") String unit) {}

    @Schema(
            name = "ComparisonSummary",
            description =
                    "Of makes that were kept before differences were judged: outcome, headline, batchFactor and differenceCount alone")
    public record Summary(
            @Schema(
                            type = "string",
                            allowableValues = {"exact", "equivalent", "deviating"})
                    String outcome,
            String headline,
            BigDecimal batchFactor,
            @Nullable
                    @Schema(
                            description = "0, made as the recipe says, to 100, another dish",
                            example = "12")
                    Integer deviationScore,
            Integer differenceCount,
            @Nullable Integer withinToleranceCount,
            @Nullable Integer deviationCount,
            @Nullable Integer criticalCount,
            @Nullable List<Told> told) {}

    @Schema(name = "Told", description = "Said otherwise by the make, and no difference")
    public record Told(@Schema(example = "other-order") String kind, String sentence) {}

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

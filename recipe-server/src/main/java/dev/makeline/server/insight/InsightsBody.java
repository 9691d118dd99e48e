package dev.makeline.server.insight;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The figures of a recipe as they are answered; bounded in every list.
@Schema(name = "Insights", description = "Figures of a recipe, kept as its makes arrive")
public record InsightsBody(
        long recipeId,
        @Schema(description = "The revision that ofRevision is about") int revision,
        @Schema(description = "All makes, whatever revision they were compared with") long makes,
        @Schema(description = "Makes that are exact, equivalent, deviating or critical")
                Map<String, Long> judgements,
        Spread ratings,
        @Schema(description = "Makes by rating, in steps of a half") List<Step> ratingSteps,
        @Schema(description = "The newest 400 days with makes, in UTC, the oldest first")
                List<Day> days,
        @Schema(description = "Makes of all days before") long earlierMakes,
        @Schema(description = "The newest 200 makes, the newest first") List<Point> latest,
        OfRevision ofRevision) {

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @Schema(name = "InsightSpread")
    public record Spread(
            long count,
            @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED) Optional<BigDecimal> mean,
            @Schema(
                            requiredMode = Schema.RequiredMode.NOT_REQUIRED,
                            description = "Of the sample: n − 1")
                    Optional<BigDecimal> standardDeviation,
            @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED) Optional<BigDecimal> least,
            @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED) Optional<BigDecimal> most) {}

    @Schema(name = "InsightRatingStep")
    public record Step(BigDecimal rating, long makes) {}

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @Schema(name = "InsightDay")
    public record Day(
            LocalDate day,
            long makes,
            @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED)
                    Optional<BigDecimal> meanRating,
            @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED)
                    Optional<BigDecimal> meanDeviationScore) {}

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @Schema(name = "InsightPoint")
    public record Point(
            long makeId,
            @Schema(description = "When it was made as far as it says, else when it was kept")
                    Instant at,
            int revision,
            @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED) Optional<BigDecimal> rating,
            String judgement,
            int deviationScore) {}

    @Schema(name = "InsightsOfRevision", description = "The makes compared with this revision")
    public record OfRevision(
            long makes,
            @Schema(description = "The newest 100 makes at most, the newest first")
                    List<Point> latest,
            @Schema(
                            description =
                                    "Where one bin of ratios ends and the next begins; the first begins at 0, the last has no end")
                    List<BigDecimal> ratioBounds,
            @Schema(description = "The first 200 of the revision") List<Ingredient> ingredients,
            @Schema(description = "The 20 with the most makes") List<Substitution> substitutions,
            @Schema(description = "Makes with substitutions too rare to be kept apart")
                    long otherSubstitutions) {}

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @Schema(name = "InsightIngredient")
    public record Ingredient(
            @Schema(description = "Its place in the recipe, from 0") int place,
            String name,
            @Schema(description = "As the recipe writes it; empty for none") String quantity,
            String measurement,
            @Schema(description = "What is within tolerance, in percent either way")
                    BigDecimal withinPercent,
            @Schema(
                            requiredMode = Schema.RequiredMode.NOT_REQUIRED,
                            description = "Beyond here it is critical, in percent either way")
                    Optional<BigDecimal> criticalPercent,
            @Schema(
                            description =
                                    "What was used as a multiple of the recipe's amount in a batch of the make's size; 1 for the same")
                    Spread ratio,
            @Schema(description = "Makes in each bin of ratioBounds") List<Long> bins,
            @Schema(description = "Makes with an amount beyond its tolerance, and not critical")
                    long deviating,
            @Schema(description = "Makes with an amount far beyond it") long critical,
            long omitted,
            long substituted,
            @Schema(description = "Makes whose amount cannot be compared") long untold,
            @Schema(description = "The ratio of each make of latest; null for none")
                    List<@Nullable BigDecimal> recent,
            @Schema(
                            description =
                                    "What each make of latest did: used, untold, omitted or substituted")
                    List<String> recentUse) {}

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @Schema(name = "InsightSubstitution")
    public record Substitution(
            int ingredient,
            String from,
            String to,
            long makes,
            @Schema(description = "Ratings of makes with it") Spread with,
            @Schema(description = "Ratings of makes without it") Spread without,
            @Schema(
                            requiredMode = Schema.RequiredMode.NOT_REQUIRED,
                            description =
                                    "With less than 5 rated makes on a side, or all ratings equal, there is none")
                    Optional<Effect> effect,
            @Schema(
                            description = "What to make of it, in a sentence",
                            example = "Too few rated makes to tell.")
                    String remark) {}

    @Schema(
            name = "InsightEffect",
            description =
                    "Mean rating with minus mean rating without, and its 95 % confidence interval by Welch's t")
    public record Effect(BigDecimal difference, BigDecimal low, BigDecimal high) {}
}

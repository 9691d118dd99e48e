package dev.makeline.server.insight;

import dev.makeline.recipe.Ingredient;
import dev.makeline.recipe.Limit;
import dev.makeline.recipe.Tolerances;
import dev.makeline.server.insight.CountedMake.Kind;
import dev.makeline.server.insight.CountedMake.Use;
import dev.makeline.server.recipe.CurrentRecipe;
import dev.makeline.server.recipe.CurrentRecipes;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The figures of a recipe and one of its revisions. Reads two rows of bounded size, however many
/// makes there are.
@Singleton
public final class Insights {

    private static final int SHOWN_SUBSTITUTIONS = 20;
    private static final int DECIMALS = 4;

    /// Of means of ratings, which have few decimals.
    private static final double ROUNDING = 1e-9;

    private final CurrentRecipes recipes;
    private final InsightStore store;

    Insights(CurrentRecipes recipes, InsightStore store) {
        this.recipes = recipes;
        this.store = store;
    }

    /// Of the current revision. Empty when there is no such recipe.
    Optional<InsightsBody> of(long recipeId) {
        return recipes.find(recipeId).map(this::of);
    }

    /// Of any revision. Empty when there is no such recipe or revision.
    Optional<InsightsBody> of(long recipeId, int revision) {
        return recipes.revision(recipeId, revision).map(this::of);
    }

    public InsightsBody of(CurrentRecipe revision) {
        return body(
                revision,
                store.head(revision.recipeId()).figures(),
                store.revision(revision.recipeId(), revision.revision()));
    }

    static InsightsBody body(
            CurrentRecipe recipe, RecipeFigures figures, RevisionFigures ofRevision) {
        return new InsightsBody(
                recipe.recipeId(),
                recipe.revision(),
                figures.makes(),
                new TreeMap<>(figures.judgements()),
                spread(figures.ratings()),
                figures.ratingSteps().entrySet().stream()
                        .map(entry ->
                                new InsightsBody.Step(
                                        new BigDecimal(entry.getKey()), entry.getValue()))
                        .sorted(Comparator.comparing(InsightsBody.Step::rating))
                        .toList(),
                new TreeMap<>(figures.days())
                        .entrySet().stream()
                                .map(entry ->
                                        new InsightsBody.Day(
                                                entry.getKey(),
                                                entry.getValue().makes(),
                                                rounded(entry.getValue().ratings().mean()),
                                                rounded(entry.getValue().deviationScores().mean())))
                                .toList(),
                figures.earlier().makes(),
                figures.latest().stream().map(Insights::point).toList(),
                revision(recipe, ofRevision));
    }

    private static InsightsBody.OfRevision revision(CurrentRecipe recipe, RevisionFigures figures) {
        List<Ingredient> asked = recipe.content().ingredients();
        return new InsightsBody.OfRevision(
                figures.makes(),
                figures.latest().stream().map(Insights::point).toList(),
                RatioBins.BOUNDS,
                IntStream.range(0, Math.min(asked.size(), RevisionFigures.INGREDIENTS))
                        .mapToObj(place -> ingredient(recipe, place, figures))
                        .toList(),
                figures.substitutions().values().stream()
                        .sorted(
                                Comparator.comparingLong(SubstitutionFigures::makes)
                                        .reversed()
                                        .thenComparingInt(SubstitutionFigures::ingredient)
                                        .thenComparing(SubstitutionFigures::to))
                        .limit(SHOWN_SUBSTITUTIONS)
                        .map(substitution -> substitution(substitution, figures))
                        .toList(),
                figures.otherSubstitutions());
    }

    private static InsightsBody.Ingredient ingredient(
            CurrentRecipe recipe, int place, RevisionFigures figures) {
        Ingredient asked = recipe.content().ingredients().get(place);
        IngredientFigures used = figures.ingredients().getOrDefault(place, IngredientFigures.NONE);
        boolean isMeasured = asked.quantity().isPresent();
        long exactly = isMeasured ? figures.makes() - used.makes() : 0;
        Limit limit =
                asked.tolerances()
                        .or(recipe.content().tolerances())
                        .or(Tolerances.DEFAULTS)
                        .quantityPercent()
                        .orElseThrow();
        return new InsightsBody.Ingredient(
                place,
                asked.name(),
                asked.quantity().map(BigDecimal::toPlainString).orElse(""),
                asked.measurement(),
                limit.within(),
                limit.critical(),
                spread(used.ratios().plus(Moments.of(BigDecimal.ONE, exactly))),
                bins(used.bins(), exactly),
                used.deviating(),
                used.critical(),
                used.omitted(),
                used.substituted(),
                used.untold(),
                recent(figures.latest(), place, isMeasured),
                figures.latest().stream().map(point -> recentUse(point, place)).toList());
    }

    private static List<Long> bins(Map<Integer, Long> bins, long exactly) {
        Map<Integer, Long> all = new HashMap<>(bins);
        all.merge(RatioBins.EXACT, exactly, Long::sum);
        return IntStream.rangeClosed(0, RatioBins.BOUNDS.size())
                .mapToObj(bin -> all.getOrDefault(bin, 0L))
                .toList();
    }

    private static List<@Nullable BigDecimal> recent(
            List<MakePoint> points, int place, boolean isMeasured) {
        List<@Nullable BigDecimal> recent = new ArrayList<>(points.size());
        for (MakePoint point : points) {
            Optional<Use> use =
                    point.uses().stream().filter(one -> one.ingredient() == place).findFirst();
            if (use.isEmpty()) {
                recent.add(isMeasured ? BigDecimal.ONE : null);
            } else {
                recent.add(
                        use.get().kind() == Kind.MEASURED ? use.get().ratio().orElse(null) : null);
            }
        }
        return Collections.unmodifiableList(recent);
    }

    private static String recentUse(MakePoint point, int place) {
        return point.uses().stream()
                .filter(one -> one.ingredient() == place)
                .findFirst()
                .map(use ->
                        switch (use.kind()) {
                            case MEASURED -> "used";
                            case UNTOLD -> "untold";
                            case OMITTED -> "omitted";
                            case SUBSTITUTED -> "substituted";
                        })
                .orElse("used");
    }

    private static InsightsBody.Substitution substitution(
            SubstitutionFigures substitution, RevisionFigures figures) {
        Moments with = substitution.ratings();
        Moments without = figures.ratings().without(with);
        Optional<RatingEffect> effect = RatingEffect.of(with, without);
        return new InsightsBody.Substitution(
                substitution.ingredient(),
                substitution.from(),
                substitution.to(),
                substitution.makes(),
                spread(with),
                spread(without),
                effect.map(found ->
                        new InsightsBody.Effect(
                                rounded(found.difference()),
                                rounded(found.low()),
                                rounded(found.high()))),
                effect.map(Insights::remark).orElseGet(() -> withoutEffect(with, without)));
    }

    private static String withoutEffect(Moments with, Moments without) {
        if (RatingEffect.hasTooFew(with, without)) {
            return "Too few rated makes to tell.";
        }
        double apart = with.mean().orElseThrow() - without.mean().orElseThrow();
        return Math.abs(apart) < ROUNDING
                ? "Every make was rated the same, with it and without."
                : "Rated the same every time with it, and every time without; no interval can be told.";
    }

    private static String remark(RatingEffect effect) {
        if (effect.low() > 0) {
            return "Rated higher with it.";
        }
        return effect.high() < 0
                ? "Rated lower with it."
                : "No difference that is more than chance.";
    }

    private static InsightsBody.Point point(MakePoint point) {
        return new InsightsBody.Point(
                point.makeId(),
                point.at(),
                point.revision(),
                point.rating(),
                point.judgement(),
                point.deviationScore());
    }

    private static InsightsBody.Spread spread(Moments moments) {
        OptionalDouble variance = moments.variance();
        return new InsightsBody.Spread(
                moments.count(),
                rounded(moments.mean()),
                variance.isPresent()
                        ? Optional.of(rounded(Math.sqrt(variance.getAsDouble())))
                        : Optional.empty(),
                moments.least(),
                moments.most());
    }

    private static Optional<BigDecimal> rounded(OptionalDouble value) {
        return value.isPresent() ? Optional.of(rounded(value.getAsDouble())) : Optional.empty();
    }

    private static BigDecimal rounded(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0
                ? BigDecimal.ZERO
                : new BigDecimal(rounded.stripTrailingZeros().toPlainString());
    }
}

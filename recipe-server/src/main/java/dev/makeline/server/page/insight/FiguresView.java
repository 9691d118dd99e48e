package dev.makeline.server.page.insight;

import dev.makeline.server.insight.InsightsBody;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The figures of a recipe as its page shows them. A pure function of the figures.
///
/// @param revision that the amounts and substitutions are about
/// @param makes of the recipe
/// @param ofRevision makes that were compared with that revision
/// @param judged such as `3 critical`, the weightiest first
/// @param rating the mean of all, and of how many
/// @param chart of the ingredient that was chosen, else of the one with the most exceptions
/// @param otherSubstitutions makes with substitutions too rare to be listed
public record FiguresView(
        long recipeId,
        int revision,
        long makes,
        long ofRevision,
        List<String> judged,
        Optional<String> rating,
        List<UsedAmount> amounts,
        Optional<ControlChart> chart,
        List<SubstitutionEffect> substitutions,
        long otherSubstitutions,
        Optional<DayChart> days) {

    private static final List<String> JUDGEMENTS =
            List.of("critical", "deviating", "equivalent", "exact");

    public FiguresView {
        judged = List.copyOf(judged);
        amounts = List.copyOf(amounts);
        substitutions = List.copyOf(substitutions);
    }

    /// @param chosen the place of an ingredient, from 0
    public static FiguresView of(InsightsBody figures, Optional<Integer> chosen) {
        InsightsBody.OfRevision ofRevision = figures.ofRevision();
        RatioScale scale = new RatioScale(ofRevision.ratioBounds());
        List<UsedAmount> amounts =
                ofRevision.ingredients().stream().map(one -> UsedAmount.of(one, scale)).toList();
        return new FiguresView(
                figures.recipeId(),
                figures.revision(),
                figures.makes(),
                ofRevision.makes(),
                JUDGEMENTS.stream()
                        .filter(figures.judgements()::containsKey)
                        .map(judged -> "%d %s".formatted(figures.judgements().get(judged), judged))
                        .toList(),
                figures.ratings()
                        .mean()
                        .map(mean ->
                                "%s on average (%d rated)"
                                        .formatted(
                                                SubstitutionEffect.rounded(mean),
                                                figures.ratings().count())),
                amounts,
                chart(ofRevision, amounts, chosen, scale),
                SubstitutionEffect.of(ofRevision.substitutions()),
                ofRevision.otherSubstitutions(),
                DayChart.of(figures));
    }

    private static Optional<ControlChart> chart(
            InsightsBody.OfRevision ofRevision,
            List<UsedAmount> amounts,
            Optional<Integer> chosen,
            RatioScale scale) {
        return chosen.filter(place -> place >= 0 && place < amounts.size())
                .or(() ->
                        amounts.stream()
                                .filter(amount -> amount.distribution().isPresent())
                                .max(
                                        Comparator.comparingLong(UsedAmount::exceptions)
                                                .thenComparing(
                                                        UsedAmount::place,
                                                        Comparator.reverseOrder()))
                                .map(UsedAmount::place))
                .flatMap(place ->
                        ControlChart.of(
                                ofRevision.ingredients().get(place), ofRevision.latest(), scale));
    }

    /// Whether there is anything to tell of this revision.
    public boolean hasAmounts() {
        return ofRevision > 0 && !amounts.isEmpty();
    }
}

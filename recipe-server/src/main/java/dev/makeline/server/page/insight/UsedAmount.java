package dev.makeline.server.page.insight;

import dev.makeline.server.insight.InsightsBody;
import java.util.Optional;

/// What was really used of one ingredient, in a line.
///
/// @param place in the recipe, from 0
/// @param amount as the recipe says it; empty for none
/// @param distribution empty where the recipe says no amount, or no make could be measured
/// @param mean such as `+2 %`; empty likewise
/// @param limits where nearly all makes lie; empty for few makes
/// @param deviating makes beyond the tolerance, and not critical
public record UsedAmount(
        int place,
        String name,
        String amount,
        String tolerance,
        Optional<Distribution> distribution,
        Optional<String> mean,
        Optional<String> limits,
        long measured,
        long deviating,
        long critical,
        long omitted,
        long substituted,
        long untold) {

    static UsedAmount of(InsightsBody.Ingredient ingredient, RatioScale scale) {
        boolean isMeasured = ingredient.ratio().count() > 0;
        return new UsedAmount(
                ingredient.place(),
                ingredient.name(),
                (ingredient.quantity() + " " + ingredient.measurement()).strip(),
                "±" + ingredient.withinPercent().stripTrailingZeros().toPlainString() + " %",
                isMeasured ? Optional.of(Distribution.of(ingredient, scale)) : Optional.empty(),
                ingredient.ratio().mean().map(RatioText::of),
                Limits.of(ingredient.ratio()).map(Limits::text),
                ingredient.ratio().count(),
                ingredient.deviating(),
                ingredient.critical(),
                ingredient.omitted(),
                ingredient.substituted(),
                ingredient.untold());
    }

    /// Makes that did something else than the recipe with it.
    long exceptions() {
        return deviating + critical + omitted + substituted;
    }

    public boolean hasExceptions() {
        return exceptions() > 0;
    }
}

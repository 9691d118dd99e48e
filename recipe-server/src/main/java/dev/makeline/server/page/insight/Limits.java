package dev.makeline.server.page.insight;

import dev.makeline.server.insight.InsightsBody;
import java.util.Optional;

/// The mean of what was used, and where nearly all makes lie as long as nothing special happens:
/// three standard deviations either way. Multiples of the recipe's amount.
record Limits(double mean, double low, double high) {

    /// Makes below which a standard deviation says little.
    static final int FEWEST = 5;

    private static final double DEVIATIONS = 3;

    static Optional<Limits> of(InsightsBody.Spread spread) {
        if (spread.count() < FEWEST
                || spread.mean().isEmpty()
                || spread.standardDeviation().isEmpty()) {
            return Optional.empty();
        }
        double mean = spread.mean().get().doubleValue();
        double margin = DEVIATIONS * spread.standardDeviation().get().doubleValue();
        return Optional.of(new Limits(mean, Math.max(0, mean - margin), mean + margin));
    }

    String text() {
        return "%s to %s".formatted(RatioText.of(low), RatioText.of(high));
    }
}

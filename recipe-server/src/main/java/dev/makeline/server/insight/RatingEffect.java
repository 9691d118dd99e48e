package dev.makeline.server.insight;

import java.util.Optional;

/// How much higher makes with a substitution were rated than those without it: the difference of
/// the means and its 95 % confidence interval by Welch's t. It says what goes together, not what
/// causes what.
record RatingEffect(double difference, double low, double high) {

    /// Rated makes that there must be on either side; below, the interval of any difference says
    /// nothing.
    static final int FEWEST = 5;

    private static final double Z = 1.959963984540054;

    /// Empty with fewer than [#FEWEST] ratings on a side, and when no rating differs from its
    /// side's mean.
    static Optional<RatingEffect> of(Moments with, Moments without) {
        if (hasTooFew(with, without)) {
            return Optional.empty();
        }
        double one = with.variance().orElseThrow() / with.count();
        double other = without.variance().orElseThrow() / without.count();
        double spread = one + other;
        if (spread <= 0) {
            return Optional.empty();
        }
        double freedom =
                spread
                        * spread
                        / (one * one / (with.count() - 1) + other * other / (without.count() - 1));
        double difference = with.mean().orElseThrow() - without.mean().orElseThrow();
        double margin = quantile(freedom) * Math.sqrt(spread);
        return Optional.of(new RatingEffect(difference, difference - margin, difference + margin));
    }

    static boolean hasTooFew(Moments with, Moments without) {
        return with.count() < FEWEST || without.count() < FEWEST;
    }

    /// The 97.5 % quantile of Student's t by the expansion of Cornish and Fisher, right to 1 % from
    /// four degrees of freedom on, the fewest that two sides of five can have.
    static double quantile(double freedom) {
        double z3 = Z * Z * Z;
        double z5 = z3 * Z * Z;
        double z7 = z5 * Z * Z;
        return Z
                + (z3 + Z) / (4 * freedom)
                + (5 * z5 + 16 * z3 + 3 * Z) / (96 * freedom * freedom)
                + (3 * z7 + 19 * z5 + 17 * z3 - 15 * Z) / (384 * freedom * freedom * freedom);
    }
}

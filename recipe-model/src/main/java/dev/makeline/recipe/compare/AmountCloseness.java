package dev.makeline.recipe.compare;

import dev.makeline.recipe.quantity.Rational;

/// How near two amounts are, for telling which ingredient stands for which.
final class AmountCloseness {

    /// Four times as much is as far as anything.
    private static final double FARTHEST = 2;

    private AmountCloseness() {}

    /// From 0, not comparable or far apart, to 1, the same in a batch of this size.
    static double of(ReadIngredient one, ReadIngredient other, Rational batch) {
        return switch (AmountComparison.of(one, other, batch)) {
            case AmountOutcome.Same _ -> one.amounts().isEmpty() ? 0 : 1;
            case AmountOutcome.Changed changed ->
                    changed.ratio().map(AmountCloseness::ofRatio).orElse(0.0);
            case AmountOutcome.Incomparable _, AmountOutcome.SaidOnce _ -> 0;
        };
    }

    private static double ofRatio(Rational ratio) {
        double doublings =
                Math.abs(
                                Math.log(ratio.numerator().doubleValue())
                                        - Math.log(ratio.denominator().doubleValue()))
                        / Math.log(2);
        return Double.isFinite(doublings) ? Math.max(0, 0.9 * (1 - doublings / FARTHEST)) : 0;
    }
}

package dev.makeline.recipe.compare;

import dev.makeline.recipe.Recipe;
import dev.makeline.recipe.compare.Difference.YieldChanged;
import dev.makeline.recipe.quantity.Amount;
import dev.makeline.recipe.quantity.Rational;
import dev.makeline.recipe.quantity.Unit;
import dev.makeline.recipe.step.Magnitude;
import java.util.Optional;

/// Compares how many a recipe and its make serve.
final class YieldComparison {

    /// Servings are written as whole numbers.
    private static final Rational ROUNDING = Rational.of(1, 2);

    private YieldComparison() {}

    static Optional<YieldChanged> of(Recipe recipe, Recipe make, BatchFactor batch) {
        if (recipe.servings().isEmpty() || make.servings().isEmpty()) {
            return Optional.empty();
        }
        Rational asked = Rational.of(recipe.servings().get());
        Rational made = Rational.of(make.servings().get());
        Rational expected = asked.times(batch.value());
        // A batch of another size whose yield nobody rewrote says nothing about the yield.
        if (made.equals(asked) || isRoundingOf(expected, made, batch)) {
            return Optional.empty();
        }
        return Optional.of(
                new YieldChanged(
                        recipe.servings().get(),
                        make.servings().get(),
                        new Magnitude(
                                Amount.of(expected, Unit.PIECE),
                                Optional.of(Amount.of(made.minus(expected), Unit.PIECE)),
                                Optional.of(made.dividedBy(expected)),
                                false)));
    }

    private static boolean isRoundingOf(Rational expected, Rational made, BatchFactor batch) {
        return expected.equals(made)
                || (!batch.isOne() && expected.minus(made).absolute().compareTo(ROUNDING) <= 0);
    }
}

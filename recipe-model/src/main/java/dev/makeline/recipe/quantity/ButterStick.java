package dev.makeline.recipe.quantity;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The stick that butter and margarine are sold in in the US: a quarter of a pound, marked on its
/// wrapper as half a cup. A stick of anything else has no fixed size.
public final class ButterStick {

    private static final Set<String> FOODS =
            Set.of(
                    "butter",
                    "unsalted butter",
                    "salted butter",
                    "sweet butter",
                    "sweet unsalted butter",
                    "margarine");
    private static final Rational TABLESPOONS = Rational.of(8);

    private ButterStick() {}

    /// Sticks of a food as tablespoons; empty for another unit or food.
    ///
    /// @param food a name as [dev.makeline.recipe.line.IngredientLine#name] gives it
    public static Optional<Amount> inTablespoons(Amount amount, String food) {
        boolean stick = amount.unit().name().equals("stick");
        if (!stick || !FOODS.contains(food.strip().toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        Amount tablespoons = amount.times(TABLESPOONS);
        return Optional.of(new Amount(tablespoons.low(), tablespoons.high(), Units.TABLESPOON));
    }
}

package dev.makeline.recipe;

import java.util.Objects;
import java.util.Optional;

/// How far a make may be from its recipe: set for the whole recipe, for one ingredient or for one
/// step. What is empty is decided by the next wider one, at last by [#DEFAULTS].
///
/// @param quantityPercent of an ingredient, or of food that a step measures; of the expected amount
/// @param timePercent of a time in a step
/// @param temperatureCelsius of a temperature in a step, in degrees Celsius (a Kelvin, 1.8 °F)
/// @param countPercent of a count in a step
/// @param lengthPercent of the size of a pan or of pieces in a step
/// @param yieldPercent of how many it serves, after scaling
public record Tolerances(
        Optional<Limit> quantityPercent,
        Optional<Limit> timePercent,
        Optional<Limit> temperatureCelsius,
        Optional<Limit> countPercent,
        Optional<Limit> lengthPercent,
        Optional<Limit> yieldPercent) {

    /// Nothing is said.
    public static final Tolerances UNSET =
            new Tolerances(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    /// A spoon levelled by eye is 5 % off and a timer looked at late 10 %; a domestic oven swings
    /// by 5 °C around its dial. Counts have no tolerance: nobody is off by half an egg. No size is
    /// critical unless the recipe says so.
    public static final Tolerances DEFAULTS =
            new Tolerances(
                    Optional.of(Limit.within("5")),
                    Optional.of(Limit.within("10")),
                    Optional.of(Limit.within("5")),
                    Optional.of(Limit.within("0")),
                    Optional.of(Limit.within("10")),
                    Optional.of(Limit.within("10")));

    public Tolerances {
        Objects.requireNonNull(quantityPercent, "quantityPercent");
        Objects.requireNonNull(timePercent, "timePercent");
        Objects.requireNonNull(temperatureCelsius, "temperatureCelsius");
        Objects.requireNonNull(countPercent, "countPercent");
        Objects.requireNonNull(lengthPercent, "lengthPercent");
        Objects.requireNonNull(yieldPercent, "yieldPercent");
    }

    /// These, and where nothing is said the wider ones.
    public Tolerances or(Tolerances wider) {
        return new Tolerances(
                quantityPercent.or(wider::quantityPercent),
                timePercent.or(wider::timePercent),
                temperatureCelsius.or(wider::temperatureCelsius),
                countPercent.or(wider::countPercent),
                lengthPercent.or(wider::lengthPercent),
                yieldPercent.or(wider::yieldPercent));
    }
}

package dev.makeline.recipe.quantity;

import java.util.Objects;

/// What an amount is counted in.
public sealed interface Unit {

    /// Things counted without a unit, as in "3 eggs".
    Unit PIECE = new Measure("", Dimension.COUNT, Rational.ONE);

    /// In the singular and lower case, `tablespoon`; empty for [#PIECE].
    String name();

    /// A unit with an exact size.
    ///
    /// @param factor how many of the dimension's base it is; more than 0
    record Measure(String name, Dimension dimension, Rational factor) implements Unit {
        public Measure {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(dimension, "dimension");
            if (factor.signum() <= 0) {
                throw new IllegalArgumentException("The unit " + name + " needs a size above 0");
            }
        }
    }

    /// A degree of a temperature scale. Converts with an offset, so it never mixes with measures.
    record Degree(TemperatureScale scale) implements Unit {
        @Override
        public String name() {
            return scale.unitName();
        }
    }

    /// Something counted whose size nobody has fixed: can, clove, bunch, pinch. Equal to itself
    /// alone; a size word in front ("large clove") makes another unit.
    record Portion(String name) implements Unit {}

    /// A word in a unit's place that no table knows, kept as written.
    record Unknown(String name) implements Unit {}
}

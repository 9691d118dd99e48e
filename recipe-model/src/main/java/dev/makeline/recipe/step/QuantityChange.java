package dev.makeline.recipe.step;

/// Another quantity at the same place of what a step says.
public sealed interface QuantityChange extends StepChange {

    StepQuantity recipe();

    StepQuantity make();

    Magnitude magnitude();

    /// How much it is off, in the recipe's unit: `25 °F hotter`, `10 minutes longer`.
    String phrase();

    record TimeChanged(StepQuantity recipe, StepQuantity make, Magnitude magnitude)
            implements QuantityChange {
        @Override
        public String phrase() {
            return MagnitudePhrase.of(magnitude, "longer", "shorter");
        }
    }

    record TemperatureChanged(StepQuantity recipe, StepQuantity make, Magnitude magnitude)
            implements QuantityChange {
        @Override
        public String phrase() {
            return MagnitudePhrase.of(magnitude, "hotter", "cooler");
        }
    }

    /// Of a pan, of pieces, of a distance.
    record LengthChanged(StepQuantity recipe, StepQuantity make, Magnitude magnitude)
            implements QuantityChange {
        @Override
        public String phrase() {
            return MagnitudePhrase.of(magnitude, "larger", "smaller");
        }
    }

    record AmountChanged(StepQuantity recipe, StepQuantity make, Magnitude magnitude)
            implements QuantityChange {
        @Override
        public String phrase() {
            return MagnitudePhrase.of(magnitude, "more", "less");
        }
    }

    record CountChanged(StepQuantity recipe, StepQuantity make, Magnitude magnitude)
            implements QuantityChange {
        @Override
        public String phrase() {
            return MagnitudePhrase.of(magnitude, "more", "fewer");
        }
    }

    static QuantityChange of(StepQuantity recipe, StepQuantity make, Magnitude magnitude) {
        return switch (recipe.kind()) {
            case TIME -> new TimeChanged(recipe, make, magnitude);
            case TEMPERATURE -> new TemperatureChanged(recipe, make, magnitude);
            case LENGTH -> new LengthChanged(recipe, make, magnitude);
            case AMOUNT -> new AmountChanged(recipe, make, magnitude);
            case COUNT -> new CountChanged(recipe, make, magnitude);
        };
    }
}

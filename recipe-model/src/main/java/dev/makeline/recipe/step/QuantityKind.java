package dev.makeline.recipe.step;

import dev.makeline.recipe.quantity.Unit;

/// What a number in a step tells.
public enum QuantityKind {
    TIME,
    TEMPERATURE,
    /// Of a pan, of pieces to cut, of a distance.
    LENGTH,
    /// Of food, by volume or mass.
    AMOUNT,
    /// Of things or repetitions; also of portions, such as balls and slices.
    COUNT;

    static QuantityKind of(Unit unit) {
        return switch (unit) {
            case Unit.Degree _ -> TEMPERATURE;
            case Unit.Portion _, Unit.Unknown _ -> COUNT;
            case Unit.Measure measure ->
                    switch (measure.dimension()) {
                        case TIME -> TIME;
                        case LENGTH -> LENGTH;
                        case VOLUME, MASS -> AMOUNT;
                        case COUNT -> COUNT;
                    };
        };
    }
}

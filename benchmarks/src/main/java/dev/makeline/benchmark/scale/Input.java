package dev.makeline.benchmark.scale;

/// One number that the simulation goes by.
///
/// @param name its first part says whose it is: aws, setting, design or assumed
/// @param source where it is documented or set
public record Input(String name, double value, String unit, String source) {

    public Input {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    "%s must be more than 0, not %s".formatted(name, value));
        }
    }

    Input with(double other) {
        return new Input(name, other, unit, source);
    }
}

package dev.makeline.benchmark.cost;

/// @param dollars for one
/// @param unit of what
/// @param source where it is published
public record Price(String name, double dollars, String unit, String source) {

    public Price {
        if (!(dollars >= 0) || Double.isInfinite(dollars)) {
            throw new IllegalArgumentException(
                    "%s must be 0 or more, not %s".formatted(name, dollars));
        }
    }
}

package dev.makeline.benchmark.cost;

import java.util.OptionalDouble;

/// Two ways of paying: so much a month, and so much for each.
public record BreakEven(double fixed, double each, double otherFixed, double otherEach) {

    /// How many a month cost the same either way; empty when one way is never dearer.
    public OptionalDouble amount() {
        double amount = (fixed - otherFixed) / (otherEach - each);
        return amount > 0 && Double.isFinite(amount)
                ? OptionalDouble.of(amount)
                : OptionalDouble.empty();
    }

    public double dollars(double amount) {
        return fixed + each * amount;
    }

    public double otherDollars(double amount) {
        return otherFixed + otherEach * amount;
    }
}

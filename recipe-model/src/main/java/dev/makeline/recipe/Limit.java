package dev.makeline.recipe;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/// How far a make may be from its recipe in one respect. What is measured, percent or degrees
/// Celsius, is said by the component of [Tolerances] that holds it; both ends are inclusive and
/// count in either direction.
///
/// @param within up to here a difference is within tolerance; 0 or more
/// @param critical beyond here it is critical; empty when no size alone makes it so
public record Limit(BigDecimal within, Optional<BigDecimal> critical) {

    public Limit {
        Objects.requireNonNull(critical, "critical");
        Quantities.check(within);
        critical.ifPresent(Quantities::check);
        if (critical.filter(bound -> bound.compareTo(within) < 0).isPresent()) {
            throw new IllegalArgumentException(
                    "What is critical lies beyond the tolerance of %s; got %s"
                            .formatted(within, critical.get()));
        }
    }

    public static Limit within(String bound) {
        return new Limit(new BigDecimal(bound), Optional.empty());
    }
}

package dev.makeline.server.insight;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the figures take from one make.
///
/// @param at when it was made, or kept
/// @param judgement `exact`, `equivalent`, `deviating` or `critical`
/// @param uses of the recipe's ingredients that were not used as it says; all others were
record CountedMake(
        long makeId,
        int revision,
        Instant at,
        Optional<BigDecimal> rating,
        String judgement,
        int deviationScore,
        List<Use> uses) {

    CountedMake {
        uses = List.copyOf(uses);
    }

    /// How an ingredient was used otherwise.
    ///
    /// @param ingredient its place in the revision, from 0
    /// @param kind what of it is counted
    /// @param ratio to the recipe's amount in a batch of this size, where it is known
    /// @param judgement of a measured one: `within-tolerance`, `deviation` or `critical`
    /// @param from the recipe's food, when it was replaced
    /// @param to the food in its place
    record Use(
            int ingredient,
            Kind kind,
            Optional<BigDecimal> ratio,
            Optional<String> judgement,
            Optional<String> from,
            Optional<String> to) {}

    enum Kind {
        MEASURED,
        /// In an amount that does not compare.
        UNTOLD,
        OMITTED,
        SUBSTITUTED
    }
}

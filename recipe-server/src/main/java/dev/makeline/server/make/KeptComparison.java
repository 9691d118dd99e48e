package dev.makeline.server.make;

import dev.makeline.document.ComparisonJson;
import dev.makeline.protocol.ProtocolJson;
import dev.makeline.recipe.compare.Comparison;
import java.math.BigDecimal;

/// A comparison as it is stored with its make: said once, in the words of the version that
/// compared.
///
/// @param differences a JSON array, without the ids of recipe and make
public record KeptComparison(
        String outcome,
        String headline,
        BigDecimal batchFactor,
        int differenceCount,
        String differences) {

    private static final String NONE = "[]";

    static KeptComparison of(Comparison comparison) {
        return new KeptComparison(
                comparison.outcome().label(),
                comparison.headline(),
                comparison.batchFactor().approximation(),
                comparison.judged().size(),
                comparison.judged().isEmpty()
                        ? NONE
                        : ProtocolJson.write(ComparisonJson.differences(comparison)));
    }
}

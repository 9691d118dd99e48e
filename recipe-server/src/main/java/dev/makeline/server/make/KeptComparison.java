package dev.makeline.server.make;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.makeline.document.ComparisonJson;
import dev.makeline.protocol.ProtocolJson;
import dev.makeline.recipe.compare.Comparison;
import dev.makeline.recipe.compare.Judgement;
import java.math.BigDecimal;
import java.util.Optional;

/// A comparison as it is stored with its make: said once, in the words of the version that
/// compared.
///
/// @param deviationScore absent from what was kept before comparisons were judged
/// @param summary a JSON object
/// @param differences a JSON array, without the ids of recipe and make
public record KeptComparison(
        String outcome,
        String headline,
        BigDecimal batchFactor,
        int differenceCount,
        Optional<Integer> deviationScore,
        Optional<Integer> criticalCount,
        String summary,
        String differences) {

    private static final String NONE = "[]";

    static KeptComparison of(Comparison comparison) {
        return new KeptComparison(
                comparison.outcome().label(),
                comparison.headline(),
                comparison.batchFactor().approximation(),
                comparison.judged().size(),
                Optional.of(comparison.deviationScore()),
                Optional.of((int) comparison.count(Judgement.CRITICAL)),
                ProtocolJson.write(ComparisonJson.summary(comparison)),
                comparison.judged().isEmpty()
                        ? NONE
                        : ProtocolJson.write(ComparisonJson.differences(comparison)));
    }

    /// One that was kept before comparisons were judged: its summary says what is known.
    static KeptComparison unjudged(
            String outcome,
            String headline,
            BigDecimal batchFactor,
            int differenceCount,
            String differences) {
        ObjectNode summary = ProtocolJson.mapper().createObjectNode();
        summary.put("outcome", outcome);
        summary.put("headline", headline);
        summary.put("batchFactor", batchFactor);
        summary.put("differenceCount", differenceCount);
        return new KeptComparison(
                outcome,
                headline,
                batchFactor,
                differenceCount,
                Optional.empty(),
                Optional.empty(),
                ProtocolJson.write(summary),
                differences);
    }
}

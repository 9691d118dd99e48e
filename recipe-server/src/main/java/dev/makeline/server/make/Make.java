package dev.makeline.server.make;

import dev.makeline.recipe.compare.Outcome;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// One time that somebody made a recipe; immutable once kept.
///
/// @param revision the one that it was compared with
/// @param recordedAt UTC, when it was kept
/// @param effectId of the request or object version that brought it
/// @param document canonical JSON
public record Make(
        long recipeId,
        long makeId,
        int revision,
        Instant recordedAt,
        String effectId,
        String traceId,
        Optional<String> madeAt,
        Optional<String> madeBy,
        Optional<BigDecimal> rating,
        KeptComparison comparison,
        String document) {

    /// Whether somebody should look at it.
    public boolean isDeviating() {
        return comparison.outcome().equals(Outcome.DEVIATING.label());
    }
}

package dev.makeline.server.insight;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// A make as a list over all recipes shows it.
///
/// @param recipeName of the revision that it was compared with; at most 200 characters
/// @param recordedAt UTC, when it was kept
/// @param outcome `exact`, `equivalent` or `deviating`
/// @param headline what was done differently, in one sentence
/// @param deviationScore from 0, made as the recipe says, to 100, another dish
/// @param criticalCount differences that a person must look at
/// @param signedOff who said that its differences are fine
public record RecentMake(
        long recipeId,
        String recipeName,
        long makeId,
        int revision,
        Instant recordedAt,
        Optional<String> madeAt,
        Optional<String> madeBy,
        Optional<BigDecimal> rating,
        String outcome,
        String headline,
        int differenceCount,
        int deviationScore,
        int criticalCount,
        Optional<SignedOff> signedOff) {

    /// @param by as people call that person
    /// @param reason at most its first 200 characters
    public record SignedOff(String by, String reason) {}
}

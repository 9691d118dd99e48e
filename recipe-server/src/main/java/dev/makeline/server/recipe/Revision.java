package dev.makeline.server.recipe;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// An immutable version of a recipe.
///
/// @param number counts up from 1
/// @param contentHash equal for documents of equal content ([ContentHash])
/// @param document canonical JSON
/// @param createdAt UTC
public record Revision(
        long recipeId,
        int number,
        String name,
        Optional<BigDecimal> rating,
        String contentHash,
        String document,
        Instant createdAt) {}

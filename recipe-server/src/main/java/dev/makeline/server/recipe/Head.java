package dev.makeline.server.recipe;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// A recipe as lists show it: its current revision without the document.
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(name = "RecipeItem")
public record Head(
        long recipeId,
        String recipeName,
        @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED) Optional<BigDecimal> rating,
        int revision,
        Instant updatedAt,
        @JsonIgnore @Schema(hidden = true) String contentHash) {

    static Head of(Revision revision) {
        return new Head(
                revision.recipeId(),
                revision.name(),
                revision.rating(),
                revision.number(),
                revision.createdAt(),
                revision.contentHash());
    }
}

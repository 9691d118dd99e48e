package dev.makeline.processor.kind.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;

/// What a report reads. Thread-safe; calls may take seconds, never longer.
public interface RecipeServer {

    /// The recipe's document; empty when there is none.
    Optional<JsonNode> recipe(long recipeId) throws IOException, InterruptedException;

    /// Its makes, the newest first: `items` and, unless it is the last page, `nextCursor`.
    JsonNode makes(long recipeId, Optional<String> cursor) throws IOException, InterruptedException;

    /// One make with its `differences`; empty when it is gone.
    Optional<JsonNode> differences(long recipeId, long makeId)
            throws IOException, InterruptedException;
}

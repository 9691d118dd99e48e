package dev.makeline.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.OptionalLong;

/// What the intake ledger says of one object.
record LedgerEntry(
        String key, String state, long recipeId, OptionalLong makeId, Optional<String> reason) {

    static final String SUBMITTED = "submitted";
    static final String WAITING = "waiting";
    static final String REJECTED = "rejected";

    /// @param item of `GET /v1/intake`
    static LedgerEntry of(JsonNode item) {
        return new LedgerEntry(
                item.path("key").asText(),
                item.path("state").asText(),
                item.path("recipeId").asLong(),
                item.hasNonNull("makeId")
                        ? OptionalLong.of(item.path("makeId").asLong())
                        : OptionalLong.empty(),
                Optional.ofNullable(item.path("reason").textValue()));
    }
}

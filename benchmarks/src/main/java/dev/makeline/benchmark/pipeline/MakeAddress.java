package dev.makeline.benchmark.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.benchmark.instance.RecipeApi;
import java.util.Optional;

/// Where the API shows the make that came of an object.
record MakeAddress(long recipeId, long makeId) {

    /// @return empty while the ledger does not say that the object is submitted
    static Optional<MakeAddress> find(RecipeApi api, String objectId) {
        return api.find("/intake/" + objectId).flatMap(MakeAddress::in);
    }

    /// @param entry of the intake ledger, as the API shows it
    static Optional<MakeAddress> in(JsonNode entry) {
        return entry.path("state").asText().equals("submitted") && entry.hasNonNull("makeId")
                ? Optional.of(
                        new MakeAddress(
                                entry.get("recipeId").asLong(), entry.get("makeId").asLong()))
                : Optional.empty();
    }

    String path() {
        return "/recipes/%d/makes/%d".formatted(recipeId, makeId);
    }
}

package dev.makeline.server.make;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.makeline.protocol.MalformedMessageException;
import dev.makeline.protocol.ProtocolJson;

/// A make as it is answered. Where its document has a field of the name of one of ours, ours
/// stands.
final class MakeJson {

    private MakeJson() {}

    /// The document, and what it became.
    static String document(Make make) {
        return ProtocolJson.write(tree(make));
    }

    /// The same with what was done differently from the revision that it is pinned to.
    static String withDifferences(Make make) {
        return withDifferences(make, make.comparison(), make.revision());
    }

    /// The same with what was done differently from any revision.
    ///
    /// @param revision the one that the make was compared with
    static String withDifferences(Make make, KeptComparison compared, int revision) {
        ObjectNode json = tree(make);
        ArrayNode differences = json.putArray("differences");
        for (JsonNode difference : read(compared.differences(), ArrayNode.class)) {
            if (difference instanceof ObjectNode known) {
                known.put("recipeId", make.recipeId());
                known.put("makeId", make.makeId());
            }
            differences.add(difference);
        }
        json.set("summary", read(compared.summary(), ObjectNode.class));
        ObjectNode comparison = json.putObject("comparison");
        comparison.put("outcome", compared.outcome());
        comparison.put("headline", compared.headline());
        comparison.put("batchFactor", compared.batchFactor());
        comparison.put("revision", revision);
        return ProtocolJson.write(json);
    }

    private static ObjectNode tree(Make make) {
        ObjectNode json = read(make.document(), ObjectNode.class);
        json.put("makeId", make.makeId());
        json.put("recipeId", make.recipeId());
        json.put("revision", make.revision());
        json.put("recordedAt", make.recordedAt().toString());
        json.put("traceId", make.traceId());
        return json;
    }

    private static <T> T read(String kept, Class<T> type) {
        try {
            return ProtocolJson.read(kept, type);
        } catch (MalformedMessageException e) {
            throw new IllegalStateException("What was kept is no JSON", e);
        }
    }
}

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

    /// The same with what was done differently.
    static String withDifferences(Make make) {
        ObjectNode json = tree(make);
        ArrayNode differences = json.putArray("differences");
        for (JsonNode difference : read(make.comparison().differences(), ArrayNode.class)) {
            if (difference instanceof ObjectNode known) {
                known.put("recipeId", make.recipeId());
                known.put("makeId", make.makeId());
            }
            differences.add(difference);
        }
        ObjectNode comparison = json.putObject("comparison");
        comparison.put("outcome", make.comparison().outcome());
        comparison.put("headline", make.comparison().headline());
        comparison.put("batchFactor", make.comparison().batchFactor());
        comparison.put("revision", make.revision());
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

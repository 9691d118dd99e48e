package dev.makeline.document.jsonld;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/// All objects of one document of JSON-LD, those nearer to the top first.
final class LdGraph {

    private final List<LdNode> objects = new ArrayList<>();
    private final Map<String, JsonNode> named = new HashMap<>();

    private LdGraph() {}

    static LdGraph of(List<JsonNode> documents) {
        LdGraph graph = new LdGraph();
        Queue<JsonNode> next = new ArrayDeque<>(documents);
        for (JsonNode node = next.poll(); node != null; node = next.poll()) {
            if (node.isObject()) {
                graph.add(node);
            }
            for (JsonNode child : node) {
                if (child.isContainerNode()) {
                    next.add(child);
                }
            }
        }
        return graph;
    }

    private void add(JsonNode object) {
        objects.add(new LdNode(object, this));
        String id = object.path("@id").asText();
        if (!id.isEmpty() && !isReference(object)) {
            named.putIfAbsent(id, object);
        }
    }

    List<LdNode> objects() {
        return objects;
    }

    /// What an object that only names another stands for.
    JsonNode resolved(JsonNode object) {
        return isReference(object)
                ? named.getOrDefault(object.path("@id").asText(), object)
                : object;
    }

    private static boolean isReference(JsonNode object) {
        return object.has("@id") && object.size() <= (object.has("@type") ? 2 : 1);
    }
}

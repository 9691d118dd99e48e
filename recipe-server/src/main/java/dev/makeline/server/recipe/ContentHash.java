package dev.makeline.server.recipe;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.makeline.protocol.ProtocolJson;
import dev.makeline.server.request.Sha256;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// Tells whether two documents say the same: the order of fields, white space and the way a number
/// is written (`1`, `1.0`) do not count.
final class ContentHash {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ContentHash() {}

    /// SHA-256, hex.
    static String of(JsonNode document) {
        return Sha256.hex(ProtocolJson.write(normal(document)).getBytes(UTF_8));
    }

    private static JsonNode normal(JsonNode node) {
        if (node.isNumber()) {
            return NODES.textNode("#" + number(node.decimalValue()));
        }
        if (node.isTextual()) {
            return NODES.textNode("\"" + node.textValue());
        }
        if (node.isArray()) {
            var array = NODES.arrayNode(node.size());
            node.forEach(entry -> array.add(normal(entry)));
            return array;
        }
        return node instanceof ObjectNode object ? sorted(object) : node;
    }

    private static ObjectNode sorted(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        names.sort(null);
        ObjectNode sorted = NODES.objectNode();
        names.forEach(name -> sorted.set(name, normal(object.get(name))));
        return sorted;
    }

    private static String number(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toString();
    }
}

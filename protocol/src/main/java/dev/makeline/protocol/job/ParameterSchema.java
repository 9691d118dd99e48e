package dev.makeline.protocol.job;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Collection;

/// Writes the JSON Schema of a kind's parameters, in those words of JSON Schema that
/// [ParameterCheck] knows.
final class ParameterSchema {

    private final ObjectNode schema = JsonNodeFactory.instance.objectNode();

    ParameterSchema() {
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("type", "object");
        schema.put("additionalProperties", false);
        schema.putObject("properties");
    }

    ParameterSchema text(String name, int least, int most, String description) {
        property(name, "string", description).put("minLength", least).put("maxLength", most);
        return this;
    }

    ParameterSchema choice(String name, Collection<String> values, String description) {
        values.forEach(property(name, "string", description).putArray("enum")::add);
        return this;
    }

    ParameterSchema number(String name, String least, String most, String description) {
        property(name, "number", description)
                .put("minimum", new BigDecimal(least))
                .put("maximum", new BigDecimal(most));
        return this;
    }

    ParameterSchema integer(String name, long least, long most, String description) {
        property(name, "integer", description).put("minimum", least).put("maximum", most);
        return this;
    }

    ParameterSchema required(String name) {
        schema.withArray("required").add(name);
        return this;
    }

    /// Of all parameters.
    ParameterSchema exactlyOne() {
        schema.put("minProperties", 1).put("maxProperties", 1);
        return this;
    }

    ObjectNode json() {
        return schema;
    }

    private ObjectNode property(String name, String type, String description) {
        return schema.withObject("/properties")
                .putObject(name)
                .put("type", type)
                .put("description", description);
    }
}

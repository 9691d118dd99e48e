package dev.makeline.protocol.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/// Checks parameters by as much of JSON Schema as the kinds of jobs use: an object with `required`
/// and `properties` of type `string` with `minLength` and `maxLength`, and nothing more.
final class ParameterCheck {

    private ParameterCheck() {}

    static List<String> problems(ObjectNode schema, JsonNode parameters) {
        if (!parameters.isObject()) {
            return List.of("parameters is a JSON object.");
        }
        List<String> problems = new ArrayList<>();
        schema.path("required")
                .forEach(name -> {
                    if (!parameters.has(name.asText())) {
                        problems.add("The parameter %s is missing.".formatted(name.asText()));
                    }
                });
        parameters
                .fieldNames()
                .forEachRemaining(name -> {
                    if (!schema.path("properties").has(name)) {
                        problems.add(
                                "This kind of job takes other parameters: /v1/job-kinds lists them.");
                    }
                });
        schema.path("properties").properties().stream()
                .filter(property -> parameters.has(property.getKey()))
                .forEach(property ->
                        checkText(
                                property.getKey(),
                                property.getValue(),
                                parameters.path(property.getKey()),
                                problems));
        return problems;
    }

    private static void checkText(
            String name, JsonNode schema, JsonNode value, List<String> problems) {
        if (!value.isTextual()) {
            problems.add("The parameter %s is a text.".formatted(name));
            return;
        }
        String text = value.textValue();
        int length = text.codePointCount(0, text.length());
        int least = schema.path("minLength").asInt();
        int most = schema.path("maxLength").asInt();
        if (length < least || length > most) {
            problems.add(
                    "The parameter %s has from %d to %d characters, not %d."
                            .formatted(name, least, most, length));
        }
    }
}

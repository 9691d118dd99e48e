package dev.makeline.protocol.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Checks parameters by those words of JSON Schema that [ParameterSchema] writes, and says in
/// sentences what does not fit. A schema with other words is refused as a fault of the program.
final class ParameterCheck {

    /// Digits of a number that is looked at; what is longer is no amount.
    private static final int LONGEST_NUMBER = 40;

    private final ObjectNode schema;
    private final JsonNode parameters;
    private final List<String> problems = new ArrayList<>();

    private ParameterCheck(ObjectNode schema, JsonNode parameters) {
        this.schema = schema;
        this.parameters = parameters;
    }

    static List<String> problems(ObjectNode schema, JsonNode parameters) {
        return parameters.isObject()
                ? new ParameterCheck(schema, parameters).problems()
                : List.of("parameters is a JSON object.");
    }

    private List<String> problems() {
        schema.path("required").valueStream().map(JsonNode::asText).forEach(this::require);
        checkCount();
        for (Map.Entry<String, JsonNode> parameter : parameters.properties()) {
            JsonNode property = schema.path("properties").path(parameter.getKey());
            if (property.isMissingNode()) {
                problems.add("This kind of job takes other parameters: /v1/job-kinds lists them.");
            } else {
                check(parameter.getKey(), property, parameter.getValue());
            }
        }
        return problems;
    }

    private void require(String name) {
        if (!parameters.has(name)) {
            problems.add("The parameter %s is missing.".formatted(name));
        }
    }

    private void checkCount() {
        int least = schema.path("minProperties").asInt(0);
        int most = schema.path("maxProperties").asInt(Integer.MAX_VALUE);
        if (parameters.size() < least || parameters.size() > most) {
            problems.add(
                    "Exactly one of the parameters %s is given."
                            .formatted(
                                    schema.path("properties")
                                            .propertyStream()
                                            .map(Map.Entry::getKey)
                                            .collect(Collectors.joining(" and "))));
        }
    }

    private void check(String name, JsonNode schema, JsonNode value) {
        switch (schema.path("type").asText()) {
            case "string" -> checkText(name, schema, value);
            case "number" -> checkNumber(name, schema, value, false);
            case "integer" -> checkNumber(name, schema, value, true);
            default ->
                    throw new IllegalArgumentException(
                            "No check of parameters of type " + schema.path("type"));
        }
    }

    private void checkText(String name, JsonNode schema, JsonNode value) {
        if (!value.isTextual()) {
            problems.add("The parameter %s is a text.".formatted(name));
        } else if (schema.has("enum")) {
            checkChoice(name, schema.path("enum"), value);
        } else {
            checkLength(name, schema, value.textValue());
        }
    }

    private void checkChoice(String name, JsonNode choices, JsonNode value) {
        List<String> all = choices.valueStream().map(JsonNode::asText).toList();
        if (!all.contains(value.textValue())) {
            problems.add("The parameter %s is one of: %s.".formatted(name, String.join(", ", all)));
        }
    }

    private void checkLength(String name, JsonNode schema, String text) {
        int length = text.codePointCount(0, text.length());
        int least = schema.path("minLength").asInt();
        int most = schema.path("maxLength").asInt();
        if (length < least || length > most) {
            problems.add(
                    "The parameter %s has from %d to %d characters, not %d."
                            .formatted(name, least, most, length));
        }
    }

    private void checkNumber(String name, JsonNode schema, JsonNode value, boolean whole) {
        String kind = whole ? "a whole number" : "a number";
        BigDecimal least = schema.path("minimum").decimalValue();
        BigDecimal most = schema.path("maximum").decimalValue();
        boolean fits =
                value.isNumber()
                        && isShort(value)
                        && value.decimalValue().compareTo(least) >= 0
                        && value.decimalValue().compareTo(most) <= 0
                        && (!whole || value.decimalValue().stripTrailingZeros().scale() <= 0);
        if (!fits) {
            problems.add(
                    "The parameter %s is %s from %s to %s."
                            .formatted(name, kind, least.toPlainString(), most.toPlainString()));
        }
    }

    /// Never writes the number out.
    private static boolean isShort(JsonNode number) {
        if (number.isDouble() && !Double.isFinite(number.doubleValue())) {
            return false;
        }
        BigDecimal value = number.decimalValue();
        return value.precision() <= LONGEST_NUMBER
                && Math.abs((long) value.scale()) <= LONGEST_NUMBER;
    }
}

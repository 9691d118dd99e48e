package dev.makeline.server.page.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.makeline.protocol.job.JobKindDescription;
import dev.makeline.server.page.layout.Form;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// A parameter of a kind of job as the field of a form.
///
/// @param type `text`, `number` or `choice`
/// @param least of a number, as a form says it; empty for a text
/// @param longest characters of a text; empty for a number
/// @param step of a number: 1, or any
/// @param value as it was written
public record ParameterField(
        String name,
        String hint,
        String type,
        List<String> choices,
        Optional<String> least,
        Optional<String> most,
        Optional<String> longest,
        String step,
        boolean required,
        String value) {

    /// What stands before the names of parameters in the form, so that none is taken for another
    /// field.
    static final String PREFIX = "parameter-";

    public ParameterField {
        choices = List.copyOf(choices);
    }

    /// One of these alone, such as the names of what is registered.
    ParameterField among(List<String> names) {
        return new ParameterField(
                name, hint, "choice", names, least, most, longest, step, required, value);
    }

    /// In the order of the schema.
    static List<ParameterField> of(JobKindDescription kind, Form form) {
        List<ParameterField> fields = new ArrayList<>();
        kind.schema()
                .path("properties")
                .properties()
                .forEach(property ->
                        fields.add(
                                of(
                                        property.getKey(),
                                        property.getValue(),
                                        isRequired(kind.schema(), property.getKey()),
                                        form.text(PREFIX + property.getKey()))));
        return fields;
    }

    private static ParameterField of(
            String name, JsonNode schema, boolean isRequired, String value) {
        List<String> choices = texts(schema.path("enum"));
        boolean isText = schema.path("type").asText().equals("string");
        return new ParameterField(
                name,
                schema.path("description").asText(),
                !choices.isEmpty() ? "choice" : isText ? "text" : "number",
                choices,
                text(schema.path("minimum")),
                text(schema.path("maximum")),
                text(schema.path("maxLength")),
                schema.path("type").asText().equals("integer") ? "1" : "any",
                isRequired,
                value);
    }

    /// Puts it into the parameters as its type is; what is no number stays a text, which the check
    /// of the parameters tells of. What was left empty is left out.
    void putInto(ObjectNode parameters) {
        if (value.isEmpty()) {
            return;
        }
        if (!type.equals("number")) {
            parameters.put(name, value.replace("\r\n", "\n"));
            return;
        }
        try {
            BigDecimal number = new BigDecimal(value.strip());
            if (number.stripTrailingZeros().scale() <= 0 && number.precision() < 19) {
                parameters.put(name, number.longValueExact());
            } else {
                parameters.put(name, number);
            }
        } catch (NumberFormatException | ArithmeticException _) {
            parameters.put(name, value);
        }
    }

    public String id() {
        return PREFIX + name;
    }

    /// Such as `Recipe id` for `recipeId`.
    public String label() {
        StringBuilder label = new StringBuilder();
        name.chars()
                .forEach(character -> {
                    if (Character.isUpperCase(character)) {
                        label.append(' ');
                    }
                    label.append((char) Character.toLowerCase(character));
                });
        return Character.toUpperCase(label.charAt(0)) + label.substring(1);
    }

    private static boolean isRequired(JsonNode schema, String name) {
        return texts(schema.path("required")).contains(name);
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
    }

    private static Optional<String> text(JsonNode value) {
        return value.isMissingNode() ? Optional.empty() : Optional.of(value.asText());
    }
}

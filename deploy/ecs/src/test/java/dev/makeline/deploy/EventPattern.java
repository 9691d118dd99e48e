package dev.makeline.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.regex.Pattern;

/// Whether EventBridge would pass an event on by a pattern, as its documentation says, for the
/// operators that our rules use. An array of the event matches when one of its elements does, each
/// field by itself.
final class EventPattern {

    private EventPattern() {}

    static boolean matches(JsonNode pattern, JsonNode event) {
        if (event.isArray()) {
            return Installation.elements(event).anyMatch(element -> matches(pattern, element));
        }
        for (Map.Entry<String, JsonNode> field : pattern.properties()) {
            JsonNode wanted = field.getValue();
            boolean matches =
                    field.getKey().equals("$or")
                            ? Installation.elements(wanted).anyMatch(one -> matches(one, event))
                            : matchesField(wanted, event.path(field.getKey()));
            if (!matches) {
                return false;
            }
        }
        return true;
    }

    private static boolean matchesField(JsonNode wanted, JsonNode found) {
        if (found.isMissingNode()) {
            return false;
        }
        return wanted.isObject() ? matches(wanted, found) : isOneOf(wanted, found);
    }

    private static boolean isOneOf(JsonNode wanted, JsonNode found) {
        if (found.isArray()) {
            return Installation.elements(found).anyMatch(element -> isOneOf(wanted, element));
        }
        return Installation.elements(wanted)
                .anyMatch(one -> one.isObject() ? operator(one, found) : one.equals(found));
    }

    private static boolean operator(JsonNode operator, JsonNode found) {
        Map.Entry<String, JsonNode> only = operator.properties().iterator().next();
        JsonNode value = only.getValue();
        return switch (only.getKey()) {
            case "prefix" -> found.asText().startsWith(value.asText());
            case "wildcard" ->
                    Pattern.matches(
                            Pattern.quote(value.asText()).replace("*", "\\E.*\\Q"), found.asText());
            case "anything-but" ->
                    value.isObject() ? !operator(value, found) : !isOneOf(value, found);
            default -> throw new AssertionError("No rule has the operator " + only.getKey());
        };
    }
}

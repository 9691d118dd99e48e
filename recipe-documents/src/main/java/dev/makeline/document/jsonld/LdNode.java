package dev.makeline.document.jsonld;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.document.found.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// One object of JSON-LD, whose names may be written with or without schema.org's address before
/// them and in whatever case.
///
/// @param graph what references lead to
record LdNode(JsonNode json, LdGraph graph) {

    boolean is(String type) {
        return types().contains(type.toLowerCase(Locale.ROOT));
    }

    private List<String> types() {
        List<String> types = new ArrayList<>();
        JsonNode written = json.path("@type");
        for (JsonNode type : written.isArray() ? written : List.of(written)) {
            types.add(localName(type.asText()));
        }
        return types;
    }

    /// The value of the first of these fields that says something.
    Optional<JsonNode> value(String... names) {
        for (String name : names) {
            Optional<JsonNode> found = direct(name).filter(LdNode::saysSomething);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<JsonNode> direct(String name) {
        JsonNode exact = json.path(name);
        if (!exact.isMissingNode() && saysSomething(exact)) {
            return Optional.of(exact);
        }
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            if (localName(field.getKey()).equals(name.toLowerCase(Locale.ROOT))) {
                return Optional.of(field.getValue());
            }
        }
        return Optional.empty();
    }

    /// As [#value], as text on one line that is not blank.
    Optional<String> text(String... names) {
        for (String name : names) {
            Optional<String> text = value(name).flatMap(LdNode::rawText).map(PlainText::line);
            if (text.filter(it -> !it.isEmpty()).isPresent()) {
                return text;
            }
        }
        return Optional.empty();
    }

    /// The object that a field holds or refers to, the first of several.
    Optional<LdNode> object(String name) {
        return value(name)
                .map(value -> value.isArray() ? value.path(0) : value)
                .filter(JsonNode::isObject)
                .map(this::of);
    }

    /// Another object of the same graph, or what it refers to.
    LdNode of(JsonNode other) {
        return new LdNode(graph.resolved(other), graph);
    }

    /// A text, a number, what stands in `@value`, or the first of a list of those.
    static Optional<String> rawText(JsonNode value) {
        JsonNode at = value;
        while (at.isContainerNode()) {
            at = at.isArray() ? at.path(0) : at.path("@value");
        }
        return at.isTextual() || at.isNumber() ? Optional.of(at.asText()) : Optional.empty();
    }

    private static boolean saysSomething(JsonNode value) {
        boolean empty = value.isContainerNode() && value.isEmpty();
        boolean blank = value.isTextual() && value.textValue().isBlank();
        return !value.isNull() && !empty && !blank;
    }

    private static String localName(String name) {
        int start = Math.max(name.lastIndexOf('/'), name.lastIndexOf('#'));
        return name.substring(Math.max(start, name.lastIndexOf(':')) + 1)
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}

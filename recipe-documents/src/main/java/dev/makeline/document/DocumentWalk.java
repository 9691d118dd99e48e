package dev.makeline.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/// Checks what holds for every value of a document, known field or not.
final class DocumentWalk {

    static final String TOO_DEEP =
            "Objects and lists stand more than %d deep inside one another here."
                    .formatted(DocumentLimits.DEPTH);

    static final String TOO_MANY_VALUES =
            "The file holds more than %s values, which is no recipe that anyone cooks."
                    .formatted(Wording.count(DocumentLimits.VALUES));

    private int values;

    private DocumentWalk() {}

    static void check(JsonNode document) throws RefusedException {
        new DocumentWalk().check(document, Place.TOP, 1);
    }

    private void check(JsonNode node, Place place, int depth) throws RefusedException {
        if (++values > DocumentLimits.VALUES + 1) {
            throw RefusedException.at(place, TOO_MANY_VALUES);
        }
        switch (node.getNodeType()) {
            case STRING -> refuse(place, problemOf(node.textValue(), "This text"));
            case NUMBER -> {
                if (!Numbers.isInRange(node)) {
                    throw RefusedException.at(place, Numbers.OUT_OF_RANGE);
                }
            }
            case OBJECT, ARRAY -> checkContainer(node, place, depth);
            case BOOLEAN, NULL -> {}
            case BINARY, POJO, MISSING ->
                    throw RefusedException.at(place, "This value is not JSON.");
        }
    }

    private void checkContainer(JsonNode node, Place place, int depth) throws RefusedException {
        if (depth > DocumentLimits.DEPTH) {
            throw RefusedException.at(place, TOO_DEEP);
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            Place at = place.field(field.getKey());
            refuse(at, problemOf(field.getKey(), "The name of this field"));
            check(field.getValue(), at, depth + 1);
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                check(node.get(i), place.entry(i), depth + 1);
            }
        }
    }

    private static void refuse(Place place, Optional<String> problem) throws RefusedException {
        if (problem.isPresent()) {
            throw RefusedException.at(place, problem.get());
        }
    }

    private static Optional<String> problemOf(String text, String named) {
        if (text.length() > DocumentLimits.TEXT_CHARACTERS
                && text.codePointCount(0, text.length()) > DocumentLimits.TEXT_CHARACTERS) {
            return Optional.of(
                    "%s has more than %s characters."
                            .formatted(named, Wording.count(DocumentLimits.TEXT_CHARACTERS)));
        }
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == 0) {
                return Optional.of(named + " contains a NUL character; remove it.");
            }
            if (Character.isSurrogate(character)) {
                if (!Character.isSurrogatePair(
                        character, i + 1 < text.length() ? text.charAt(i + 1) : 0)) {
                    return Optional.of(
                            "%s contains half of a character (\\u%04x); write the whole character."
                                    .formatted(named, (int) character));
                }
                i++;
            }
        }
        return Optional.empty();
    }
}

package dev.makeline.document;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/// Builds the tree of one JSON object and refuses what strict JSON does not allow, duplicate field
/// names and numbers that would explode among it, before it takes memory.
final class JsonTree {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /// A number's text beyond this has too many digits, whatever its sign, point and exponent.
    private static final int NUMBER_CHARACTERS = DocumentLimits.NUMBER_DIGITS + 20;

    /// Nearer exponents are cheap to compute with, and [DocumentWalk] judges them.
    private static final Pattern FAR_EXPONENT = Pattern.compile("[eE][-+]?0*[1-9]\\d{3}");

    private final JsonText text;
    private final JsonParser parser;
    private int values;

    private JsonTree(JsonText text, JsonParser parser) {
        this.text = text;
        this.parser = parser;
    }

    static ObjectNode read(JsonText text) throws RefusedException {
        try (JsonParser parser = text.parser()) {
            return new JsonTree(text, parser).document();
        } catch (JsonProcessingException e) {
            throw SyntaxError.of(text, e);
        } catch (IOException e) {
            throw new IllegalStateException("Reading characters from memory failed", e);
        }
    }

    private ObjectNode document() throws IOException, RefusedException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw RefusedException.whole("The file holds nothing but blanks.");
        }
        if (first != JsonToken.START_OBJECT) {
            throw RefusedException.at(
                    text,
                    offset(),
                    "The file holds %s where one recipe, written as { … }, is expected."
                            .formatted(named(first)));
        }
        ObjectNode document = object(Place.TOP, 1);
        refuseMore();
        return document;
    }

    private void refuseMore() throws IOException, RefusedException {
        int end = Math.toIntExact(parser.currentLocation().getCharOffset());
        boolean more;
        try {
            more = parser.nextToken() != null;
        } catch (JsonParseException e) {
            more = true;
        }
        if (more) {
            throw RefusedException.at(
                    text,
                    text.nextVisible(end),
                    "There is more text after the end of the recipe; put one recipe in a file.");
        }
    }

    private ObjectNode object(Place place, int depth) throws IOException, RefusedException {
        refuseDepth(place, depth);
        ObjectNode object = NODES.objectNode();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            Place field = place.field(name);
            int start = offset();
            parser.nextToken();
            if (object.replace(name, value(field, depth)) != null) {
                throw RefusedException.at(
                        text,
                        start,
                        field,
                        "The field %s stands there twice; keep one of them."
                                .formatted(Wording.quoted(name)));
            }
        }
        return object;
    }

    private ArrayNode array(Place place, int depth) throws IOException, RefusedException {
        refuseDepth(place, depth);
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(place.entry(array.size()), depth));
        }
        return array;
    }

    private JsonNode value(Place place, int depth) throws IOException, RefusedException {
        if (++values > DocumentLimits.VALUES) {
            throw refused(place, DocumentWalk.TOO_MANY_VALUES);
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(place, depth + 1);
            case START_ARRAY -> array(place, depth + 1);
            case VALUE_STRING -> NODES.textNode(parser.getText());
            case VALUE_NUMBER_INT -> integer(place);
            case VALUE_NUMBER_FLOAT -> decimal(place);
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                    throw new IllegalStateException(
                            "The parser gave %s as a value".formatted(parser.currentToken()));
        };
    }

    private JsonNode integer(Place place) throws IOException, RefusedException {
        if (parser.getTextLength() > NUMBER_CHARACTERS) {
            throw refused(place, Numbers.OUT_OF_RANGE);
        }
        return switch (parser.getNumberType()) {
            case INT -> NODES.numberNode(parser.getIntValue());
            case LONG -> NODES.numberNode(parser.getLongValue());
            case BIG_INTEGER, FLOAT, DOUBLE, BIG_DECIMAL ->
                    NODES.numberNode(parser.getBigIntegerValue());
        };
    }

    private JsonNode decimal(Place place) throws IOException, RefusedException {
        if (parser.getTextLength() > NUMBER_CHARACTERS) {
            throw refused(place, Numbers.OUT_OF_RANGE);
        }
        String written = parser.getText();
        if (FAR_EXPONENT.matcher(written).find()) {
            throw refused(place, Numbers.OUT_OF_RANGE);
        }
        return DecimalNode.valueOf(new BigDecimal(written));
    }

    private RefusedException refused(Place place, String reason) {
        return RefusedException.at(text, offset(), place, reason);
    }

    private void refuseDepth(Place place, int depth) throws RefusedException {
        if (depth > DocumentLimits.DEPTH) {
            throw refused(place, DocumentWalk.TOO_DEEP);
        }
    }

    private int offset() {
        return Math.toIntExact(Math.max(0, parser.currentTokenLocation().getCharOffset()));
    }

    private static String named(JsonToken token) {
        return switch (token) {
            case START_ARRAY -> "a list";
            case VALUE_STRING -> "a text";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "true or false";
            case VALUE_NULL -> "nothing (null)";
            case START_OBJECT,
                    END_OBJECT,
                    END_ARRAY,
                    FIELD_NAME,
                    NOT_AVAILABLE,
                    VALUE_EMBEDDED_OBJECT ->
                    "something else";
        };
    }
}

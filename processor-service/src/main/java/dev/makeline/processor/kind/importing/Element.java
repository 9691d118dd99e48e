package dev.makeline.processor.kind.importing;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Locale;

/// One entry of a list, by where it begins and ends; of a `ListItem`, what is its `item`.
///
/// @param start in bytes
/// @param end exclusive
/// @param isRecipe whether its `@type` says so
record Element(long start, long end, boolean isRecipe) {

    private static final String ITEM = "item";
    private static final String TYPE = "@type";

    /// @param parser at the first token of the entry; afterwards at its last
    static Element read(JsonParser parser) throws IOException {
        long start = parser.currentTokenLocation().getByteOffset();
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            parser.finishToken();
            return new Element(start, parser.currentLocation().getByteOffset(), false);
        }
        boolean recipe = false;
        boolean listed = false;
        long itemStart = -1;
        long itemEnd = -1;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken value = parser.nextToken();
            if (name.equals(TYPE)) {
                String types = types(parser);
                recipe = types.contains(" recipe ");
                listed = types.contains(" listitem ");
            } else if (name.equals(ITEM) && value == JsonToken.START_OBJECT) {
                itemStart = parser.currentTokenLocation().getByteOffset();
                parser.skipChildren();
                itemEnd = parser.currentLocation().getByteOffset();
            } else {
                parser.skipChildren();
            }
        }
        long end = parser.currentLocation().getByteOffset();
        return listed && itemStart >= 0
                ? new Element(itemStart, itemEnd, true)
                : new Element(start, end, recipe);
    }

    /// In lower case, with a blank around each.
    private static String types(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return localName(parser.getText());
        }
        StringBuilder types = new StringBuilder();
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (parser.currentToken() == JsonToken.VALUE_STRING) {
                    types.append(localName(parser.getText()));
                }
                parser.skipChildren();
            }
        } else {
            parser.skipChildren();
        }
        return types.toString();
    }

    private static String localName(String type) {
        int from = Math.max(type.lastIndexOf('/'), type.lastIndexOf('#'));
        return " "
                + type.substring(Math.max(from, type.lastIndexOf(':')) + 1).toLowerCase(Locale.ROOT)
                + " ";
    }
}

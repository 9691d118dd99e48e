package dev.makeline.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;

/// The text of a document: makes parsers for it and says where a value stands in it.
final class JsonText {

    /// What [JsonTree] checks itself, with a better sentence, is limited here a little above that,
    /// as a second line of defence. Field names are not kept between documents: they come from
    /// outside.
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(DocumentLimits.DEPTH + 1)
                                    .maxNumberLength(DocumentLimits.DOCUMENT_BYTES)
                                    .maxNameLength(DocumentLimits.DOCUMENT_BYTES)
                                    .maxStringLength(DocumentLimits.DOCUMENT_BYTES)
                                    .build())
                    .build();

    private final char[] characters;
    private final int length;

    /// @param characters not copied, since a document is read once
    /// @param length how many of them are the text
    JsonText(char[] characters, int length) {
        this.characters = characters;
        this.length = length;
    }

    int length() {
        return length;
    }

    char at(int offset) {
        return characters[offset];
    }

    String between(int start, int end) {
        return new String(characters, start, end - start);
    }

    JsonParser parser() throws IOException {
        return FACTORY.createParser(characters, 0, length);
    }

    /// Such as `line 3, column 5`, both from 1; columns are characters.
    String lineAndColumn(int offset) {
        int line = 1;
        int lineStart = 0;
        int end = Math.min(offset, length);
        for (int i = 0; i < end; i++) {
            boolean beforeNewline = i + 1 < length && characters[i + 1] == '\n';
            boolean lineEnds = characters[i] == '\n' || (characters[i] == '\r' && !beforeNewline);
            if (lineEnds) {
                line++;
                lineStart = i + 1;
            }
        }
        int column = Character.codePointCount(characters, lineStart, end - lineStart) + 1;
        return "line %d, column %d".formatted(line, column);
    }

    /// The first character at or after an offset that is not blank, else the length.
    int nextVisible(int offset) {
        int next = offset;
        while (next < length && Character.isWhitespace(characters[next])) {
            next++;
        }
        return next;
    }

    /// Where the value at a place begins, or what is nearest above it.
    int offsetOf(Place place) {
        try (JsonParser parser = parser()) {
            parser.nextToken();
            int offset = offset(parser);
            for (String token : place.tokens()) {
                if (!enter(parser, token)) {
                    return offset;
                }
                offset = offset(parser);
            }
            return offset;
        } catch (IOException e) {
            // Only a text that was refused as not JSON ends here, and that knows its offset itself.
            return 0;
        }
    }

    private static boolean enter(JsonParser parser, String token) throws IOException {
        if (parser.isExpectedStartObjectToken()) {
            for (String name = parser.nextFieldName();
                    name != null;
                    name = parser.nextFieldName()) {
                parser.nextToken();
                if (name.equals(token)) {
                    return true;
                }
                parser.skipChildren();
            }
            return false;
        }
        if (!parser.isExpectedStartArrayToken()) {
            return false;
        }
        int index = Integer.parseInt(token);
        parser.nextToken();
        for (int i = 0; i < index && parser.currentToken() != null; i++) {
            parser.skipChildren();
            parser.nextToken();
        }
        return parser.currentToken() != null && !parser.currentToken().isStructEnd();
    }

    private static int offset(JsonParser parser) {
        return Math.toIntExact(Math.max(0, parser.currentTokenLocation().getCharOffset()));
    }
}

package dev.makeline.server.comparison;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// The two documents of a request, each as it was written, so that the rules for documents find in
/// it what a tree of JSON no longer shows: a field that stands there twice.
record DocumentPair(String recipe, String make) {

    private static final Set<String> SIDES = Set.of("recipe", "make");

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build();

    /// @throws ProblemException with 400 when the body is no object with both, once each
    static DocumentPair read(byte[] utf8) {
        try {
            String text = decode(utf8);
            try (JsonParser parser = FACTORY.createParser(text)) {
                Map<String, String> sides = sides(text, parser);
                return new DocumentPair(side(sides, "recipe"), side(sides, "make"));
            }
        } catch (CharacterCodingException | JsonProcessingException _) {
            throw noPair();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String decode(byte[] utf8) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(utf8))
                .toString();
    }

    private static Map<String, String> sides(String text, JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw noPair();
        }
        Map<String, String> sides = new HashMap<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            if (!SIDES.contains(name)) {
                parser.skipChildren();
            } else if (sides.put(name, document(name, text, parser)) != null) {
                throw refused("%s stands there twice; keep one of them.".formatted(name));
            }
        }
        if (parser.nextToken() != null) {
            throw noPair();
        }
        return sides;
    }

    private static String document(String side, String text, JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> parser.getText();
            case START_OBJECT -> {
                int start = Math.toIntExact(parser.currentTokenLocation().getCharOffset());
                parser.skipChildren();
                int end = Math.toIntExact(parser.currentLocation().getCharOffset());
                yield text.substring(start, end);
            }
            case START_ARRAY,
                    VALUE_NUMBER_INT,
                    VALUE_NUMBER_FLOAT,
                    VALUE_TRUE,
                    VALUE_FALSE,
                    VALUE_NULL,
                    VALUE_EMBEDDED_OBJECT,
                    END_OBJECT,
                    END_ARRAY,
                    FIELD_NAME,
                    NOT_AVAILABLE ->
                    throw missing(side);
        };
    }

    private static String side(Map<String, String> sides, String side) {
        String document = sides.get(side);
        if (document == null) {
            throw missing(side);
        }
        return document;
    }

    private static ProblemException missing(String side) {
        return refused(
                "%s is missing, or neither an object nor a text; give the document there."
                        .formatted(side));
    }

    private static ProblemException noPair() {
        return refused("The body is a JSON object with recipe and make, each a document.");
    }

    private static ProblemException refused(String sentence) {
        return new ProblemException(ProblemType.INVALID_REQUEST, sentence);
    }
}

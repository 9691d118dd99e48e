package dev.makeline.launcher.recipes;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A line that was read as one JSON object: some of its fields, and no more of it than their texts,
/// so that a line takes memory for its length and not for what stands in it.
///
/// @param text the whole line
record JsonLine(String text, Map<String, Field> fields) {

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNameLength(LineAnswers.MAX_BYTES)
                                    .maxNumberLength(LineAnswers.MAX_BYTES)
                                    .maxStringLength(LineAnswers.MAX_BYTES)
                                    .build())
                    .build();

    JsonLine {
        fields = Map.copyOf(fields);
    }

    /// The value of a field.
    sealed interface Field {

        /// @param content what the text says
        record Text(String content) implements Field {}

        /// An object or a list.
        ///
        /// @param json as it stands in the line
        record Structure(String json) implements Field {}

        /// A number, true or false.
        ///
        /// @param json as it stands in the line
        record Scalar(String json) implements Field {}
    }

    /// The line cannot be answered. The message is a sentence that says why.
    static final class BrokenException extends Exception {

        private static final long serialVersionUID = 1L;

        BrokenException(String sentence) {
            // Without a stack trace: bad input is no fault of the program.
            super(sentence, null, false, false);
        }

        String sentence() {
            return String.valueOf(getMessage());
        }
    }

    /// @param wanted the names of the fields to keep; one that is null counts as absent
    static JsonLine read(byte[] utf8, Set<String> wanted) throws BrokenException {
        String text = decode(utf8);
        if (text.isBlank()) {
            throw new BrokenException("The line is empty; write one JSON object on it.");
        }
        try (JsonParser parser = FACTORY.createParser(text)) {
            return new JsonLine(text, fields(text, parser, wanted));
        } catch (StreamConstraintsException e) {
            throw new BrokenException("The line is far deeper than any recipe.");
        } catch (JsonProcessingException e) {
            throw new BrokenException(
                    "The line is not JSON: it breaks at column %d."
                            .formatted(e.getLocation().getColumnNr()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Field> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    private static String decode(byte[] utf8) throws BrokenException {
        try {
            String text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(utf8))
                            .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new BrokenException("The line is not in UTF-8; save it as UTF-8.");
        }
    }

    private static Map<String, Field> fields(String text, JsonParser parser, Set<String> wanted)
            throws IOException, BrokenException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new BrokenException("The line is no JSON object, written as { … }.");
        }
        Map<String, Field> fields = new HashMap<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            if (!wanted.contains(name)) {
                parser.skipChildren();
            } else if (fields.containsKey(name)) {
                throw new BrokenException("The line has “%s” twice; keep one.".formatted(name));
            } else {
                put(fields, name, field(text, parser));
            }
        }
        if (parser.nextToken() != null) {
            throw new BrokenException(
                    "There is more on the line after its JSON object; write one on each line.");
        }
        return fields;
    }

    private static void put(Map<String, Field> fields, String name, Optional<Field> field) {
        field.ifPresent(value -> fields.put(name, value));
    }

    private static Optional<Field> field(String text, JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return Optional.empty();
        }
        if (token == JsonToken.VALUE_STRING) {
            return Optional.of(new Field.Text(parser.getText()));
        }
        if (!token.isStructStart()) {
            return Optional.of(new Field.Scalar(parser.getText()));
        }
        int start = Math.toIntExact(parser.currentTokenLocation().getCharOffset());
        parser.skipChildren();
        int end = Math.toIntExact(parser.currentLocation().getCharOffset());
        return Optional.of(new Field.Structure(text.substring(start, end)));
    }
}

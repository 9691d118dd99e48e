package dev.makeline.document.jsonld;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/// Reads JSON as sites have it: in comment or CDATA marks, with raw line breaks in texts, with
/// commas too many, with a semicolon behind it, or with its quotes written as entities. Of a field
/// that stands there twice, the last is taken. Nothing is put in that would change what it says.
public final class LooseJson {

    /// Deeper and wider than any site's data about one page, and some 30 MB of memory at most.
    static final int DEPTH = 64;

    static final int VALUES = 100_000;

    private static final Pattern BEFORE =
            Pattern.compile(
                    "\\A(?:[\\s\\uFEFF]|<!--|//|/\\*|\\*/|<!\\[CDATA\\[)*+(?:<script\\b[^<>]*>)?+(?:[\\s\\uFEFF]|<!--|//|/\\*|\\*/|<!\\[CDATA\\[)*+",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern AFTER =
            Pattern.compile(
                    "(?:\\s|;|//|/\\*|\\*/|]]>|-->|</script\\s*>)*+", Pattern.CASE_INSENSITIVE);

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            new com.fasterxml.jackson.core.JsonFactoryBuilder()
                                    .disable(
                                            com.fasterxml.jackson.core.JsonFactory.Feature
                                                    .INTERN_FIELD_NAMES)
                                    .disable(
                                            com.fasterxml.jackson.core.JsonFactory.Feature
                                                    .CANONICALIZE_FIELD_NAMES)
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEPTH)
                                                    .build())
                                    .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                                    .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                                    .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                                    .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
                                    .enable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
                                    .build())
                    .build();

    private LooseJson() {}

    /// Whether the text begins as JSON does, apart from the marks around it.
    public static boolean isLikely(String text) {
        int start = start(text);
        return start < text.length() && (text.charAt(start) == '{' || text.charAt(start) == '[');
    }

    /// The object or list that the text is; empty when it is none, or more than one.
    public static Optional<JsonNode> read(String text) {
        Optional<JsonNode> read = parsed(text.substring(start(text)));
        return read.isEmpty() && text.contains("&quot;")
                ? parsed(Parser.unescapeEntities(text.substring(start(text)), false))
                : read;
    }

    private static int start(String text) {
        var before = BEFORE.matcher(text);
        return before.lookingAt() ? before.end() : 0;
    }

    private static Optional<JsonNode> parsed(String text) {
        try {
            int end = end(text);
            return end > 0 && AFTER.matcher(text.substring(end)).matches()
                    ? Optional.of(MAPPER.readTree(text.substring(0, end)))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// Where the first value ends; 0 when there is none, or one of too many values.
    private static int end(String text) throws IOException {
        try (JsonParser parser = MAPPER.createParser(text)) {
            JsonToken first = parser.nextToken();
            if (first != JsonToken.START_OBJECT && first != JsonToken.START_ARRAY) {
                return 0;
            }
            int depth = 1;
            for (int values = 1; depth > 0 && values <= VALUES; values++) {
                JsonToken token = parser.nextToken();
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            }
            return depth > 0 ? 0 : Math.toIntExact(parser.currentLocation().getCharOffset());
        }
    }
}

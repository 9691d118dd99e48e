package dev.makeline.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/// How what stands in a document is named in a sentence about it.
final class Wording {

    private static final int SHOWN = 40;

    private Wording() {}

    /// Such as `the text “1/2”`, `a list` or `nothing (null)`.
    static String described(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> "the text " + quoted(node.textValue());
            case NUMBER -> "the number " + shortened(node.asText(), SHOWN);
            case BOOLEAN -> node.asText();
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            case NULL -> "nothing (null)";
            case BINARY, POJO, MISSING -> "something that is not JSON";
        };
    }

    static String quoted(String text) {
        return "“" + shortened(text, SHOWN) + "”";
    }

    /// With commas between thousands, whatever the machine's locale.
    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /// On one line, printable, and no longer than that many code points.
    static String shortened(String text, int length) {
        StringBuilder shown = new StringBuilder();
        int taken = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (taken == length) {
                return shown.append('…').toString();
            }
            taken++;
            shown.appendCodePoint(printable(text.codePointAt(i)));
        }
        return shown.toString();
    }

    private static int printable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.FORMAT ->
                    ' ';
            case Character.SURROGATE, Character.UNASSIGNED -> '\uFFFD';
            default -> character;
        };
    }
}

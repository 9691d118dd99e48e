package dev.makeline.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.util.Set;

/// Says in plain words where a text stops being JSON.
final class SyntaxError {

    private static final int SHOWN = 20;
    private static final Set<String> NO_NUMBERS =
            Set.of("NaN", "Infinity", "-Infinity", "+Infinity", "-NaN");

    private SyntaxError() {}

    static RefusedException of(JsonText text, JsonProcessingException error) {
        if (error instanceof StreamConstraintsException) {
            return RefusedException.whole("The file is far larger or deeper than any recipe.");
        }
        int offset = Math.clamp(error.getLocation().getCharOffset(), 0, text.length());
        int start = startOfWhatIsWrong(text, offset);
        int end = start;
        while (end < text.length() && belongsToWord(text.at(end))) {
            end++;
        }
        if (error instanceof JsonEOFException || text.nextVisible(end) == text.length()) {
            return RefusedException.at(
                    text,
                    text.length(),
                    "The file ends in the middle of the recipe; it was cut off, so send it again.");
        }
        String word = text.between(start, end);
        return RefusedException.at(text, start, sentence(text, start, word));
    }

    /// The parser points at what is wrong, or just behind it, when that was a word or a control
    /// character between values.
    private static int startOfWhatIsWrong(JsonText text, int offset) {
        if (offset < text.length() && Character.isISOControl(text.at(offset))) {
            return offset;
        }
        int start = offset;
        while (start > 0 && belongsToWord(text.at(start - 1))) {
            start--;
        }
        boolean behindControl =
                start > 0
                        && Character.isISOControl(text.at(start - 1))
                        && !Character.isWhitespace(text.at(start - 1));
        return start == offset && behindControl ? start - 1 : start;
    }

    private static String sentence(JsonText text, int start, String word) {
        if (NO_NUMBERS.contains(word)) {
            return "%s is not a number that JSON knows; write the number, or leave the field out."
                    .formatted(Wording.quoted(word));
        }
        String found = word.isEmpty() ? character(text.at(start)) : shown(word);
        if (start == text.nextVisible(0)) {
            return "The file is not JSON: it begins with %s instead of {.".formatted(found);
        }
        return ("The file is not valid JSON: %s does not belong there; look for a comma, quote or"
                        + " bracket that is missing or too many just before it.")
                .formatted(found);
    }

    private static String shown(String word) {
        return "“" + Wording.shortened(word, SHOWN) + "”";
    }

    private static String character(char character) {
        if (character == '\n' || character == '\r') {
            return "a line break";
        }
        if (character == '\t') {
            return "a tab";
        }
        return Character.isISOControl(character)
                ? "a control character (U+%04X)".formatted((int) character)
                : "“" + character + "”";
    }

    private static boolean belongsToWord(char character) {
        return Character.isLetterOrDigit(character) || "+-._/".indexOf(character) >= 0;
    }
}

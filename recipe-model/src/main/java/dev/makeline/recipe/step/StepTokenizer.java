package dev.makeline.recipe.step;

import dev.makeline.recipe.quantity.WrittenNumber;
import dev.makeline.recipe.step.StepToken.Mark;
import dev.makeline.recipe.step.StepToken.Numeral;
import dev.makeline.recipe.step.StepToken.Word;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Cuts a step's text into words, numbers and marks in one pass.
final class StepTokenizer {

    /// Of lower-case letters before a capital that starts another word: `pieCrust`, but not `mL`.
    private static final int SHORTEST_BEFORE_CAPITAL = 3;

    private final String text;
    private final List<StepToken> tokens = new ArrayList<>();
    private int at;

    private StepTokenizer(String text) {
        this.text = text;
    }

    static List<StepToken> tokens(String text) {
        StepTokenizer tokenizer = new StepTokenizer(text);
        while (tokenizer.at < text.length()) {
            tokenizer.next();
        }
        return tokenizer.tokens;
    }

    private void next() {
        int character = text.codePointAt(at);
        int type = Character.getType(character);
        if (Character.isWhitespace(character)
                || type == Character.SPACE_SEPARATOR
                || type == Character.CONTROL
                || type == Character.FORMAT) {
            at += Character.charCount(character);
        } else if (WrittenNumber.startsAt(text, at)) {
            number();
        } else if (isOneWord(character)) {
            word(at + Character.charCount(character));
        } else if (isLetter(character)) {
            word(wordEnd());
        } else {
            tokens.add(new Mark(text.charAt(at), at, at + 1));
            at++;
        }
    }

    private void number() {
        WrittenNumber number = WrittenNumber.at(text, at);
        tokens.add(
                number.value()
                        .<StepToken>map(
                                value -> Numeral.of(value, number.fraction(), at, number.end()))
                        .orElseGet(() ->
                                new Word(text.substring(at, number.end()), at, number.end())));
        at = number.end();
    }

    private void word(int end) {
        tokens.add(new Word(plain(text.substring(at, end)), at, end));
        at = end;
    }

    private int wordEnd() {
        int end = at;
        int lowerCase = 0;
        while (end < text.length()) {
            int character = text.codePointAt(end);
            boolean capital = Character.isUpperCase(character);
            if ((capital && lowerCase >= SHORTEST_BEFORE_CAPITAL)
                    || (!isLetter(character) && !isApostropheInside(end))
                    || isOneWord(character)) {
                break;
            }
            lowerCase = Character.isLowerCase(character) ? lowerCase + 1 : 0;
            end += Character.charCount(character);
        }
        return end;
    }

    private boolean isApostropheInside(int place) {
        char character = text.charAt(place);
        return (character == '\'' || character == '’')
                && place > at
                && place + 1 < text.length()
                && Character.isLetter(text.charAt(place + 1));
    }

    private static boolean isLetter(int character) {
        if (isAscii(character)) {
            return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
        }
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK ->
                    true;
            default -> Character.isLetterOrDigit(character) && character != 'º';
        };
    }

    /// Scripts without spaces are read character by character; so are emoji and other symbols
    /// beyond the first plane.
    private static boolean isOneWord(int character) {
        return !isAscii(character)
                && (Character.isIdeographic(character)
                        || (character > Character.MAX_VALUE && !Character.isLetter(character))
                        || switch (Character.UnicodeScript.of(character)) {
                            case HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR ->
                                    Character.isLetter(character);
                            default -> false;
                        });
    }

    private static String plain(String word) {
        String small = word.toLowerCase(Locale.ROOT);
        if (isAscii(small)) {
            return small;
        }
        String lower = small.replace('’', '\'').replace("ß", "ss");
        if (isAscii(lower)) {
            return lower;
        }
        String decomposed = Normalizer.normalize(lower, Normalizer.Form.NFKD);
        boolean latin =
                Character.UnicodeScript.of(decomposed.codePointAt(0))
                        == Character.UnicodeScript.LATIN;
        return latin
                ? withoutAccents(decomposed)
                : Normalizer.normalize(lower, Normalizer.Form.NFKC);
    }

    private static String withoutAccents(String decomposed) {
        StringBuilder letters = new StringBuilder(decomposed.length());
        decomposed
                .codePoints()
                .filter(character -> Character.getType(character) != Character.NON_SPACING_MARK)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }

    private static boolean isAscii(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (!isAscii(word.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAscii(int character) {
        return character < 0x80;
    }
}

package dev.makeline.recipe.food;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Splits a text into words in the form that they are compared in. Case, hyphens, underscores,
/// camelCase, marks on Latin letters and compatible characters make no difference.
final class FoodWords {

    private static final int COMBINING_FIRST = 0x300;
    private static final int COMBINING_LAST = 0x36F;

    private FoodWords() {}

    static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        String plain = plain(text);
        StringBuilder word = new StringBuilder();
        int before = ' ';
        for (int i = 0; i < plain.length(); i += Character.charCount(before)) {
            int at = plain.codePointAt(i);
            if (Character.isUpperCase(at) && Character.isLowerCase(before)) {
                end(word, words);
            }
            if (at == '&') {
                end(word, words);
                words.add("and");
            } else if (isApostrophe(at)) {
                apostrophe(plain, i, word);
            } else if (isInWord(at)) {
                word.appendCodePoint(at);
            } else {
                end(word, words);
            }
            before = at;
        }
        end(word, words);
        return words;
    }

    /// What a key of the table is made of: words without what parts them, so that "lemongrass" and
    /// "lemon grass" are one.
    static String joined(List<String> words) {
        return String.join("", words);
    }

    private static void end(StringBuilder word, List<String> words) {
        if (word.isEmpty()) {
            return;
        }
        String form = WordForm.of(word.toString().toLowerCase(Locale.ROOT));
        word.setLength(0);
        if (form.indexOf(' ') < 0) {
            words.add(form);
        } else {
            words.addAll(List.of(form.split(" ", -1)));
        }
    }

    /// "baker's" and "bakers'" are the plural; "d'Anjou" stays one word.
    private static void apostrophe(String text, int i, StringBuilder word) {
        boolean possessive =
                i + 1 < text.length()
                        && (text.charAt(i + 1) == 's' || text.charAt(i + 1) == 'S')
                        && (i + 2 == text.length() || !Character.isLetter(text.charAt(i + 2)));
        if (possessive && word.length() > 0 && word.charAt(word.length() - 1) == 's') {
            word.setLength(word.length() - 1);
        }
    }

    private static boolean isApostrophe(int c) {
        return c == '\'' || c == '’' || c == '‘' || c == '`' || c == '´' || c == 'ʼ';
    }

    private static boolean isInWord(int c) {
        return Character.isLetterOrDigit(c)
                || c == '%'
                || switch (Character.getType(c)) {
                    case Character.NON_SPACING_MARK,
                            Character.COMBINING_SPACING_MARK,
                            Character.OTHER_SYMBOL,
                            Character.MODIFIER_SYMBOL,
                            Character.SURROGATE,
                            Character.PRIVATE_USE ->
                            true;
                    default -> false;
                };
    }

    private static String plain(String text) {
        if (isAscii(text)) {
            return text;
        }
        String named = text.replace("™", "").replace("®", "").replace("©", "");
        String parts = Normalizer.normalize(named, Normalizer.Form.NFKD);
        StringBuilder plain = new StringBuilder(parts.length());
        for (int i = 0; i < parts.length(); i++) {
            char c = parts.charAt(i);
            if (c < COMBINING_FIRST || c > COMBINING_LAST) {
                plain.append(c);
            }
        }
        return Normalizer.normalize(plain, Normalizer.Form.NFKC)
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replace("ß", "ss");
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }
}

package dev.makeline.recipe.compare;

import dev.makeline.recipe.quantity.Amount;
import dev.makeline.recipe.quantity.AmountText;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// How names, amounts and texts are put into sentences.
final class Wording {

    private static final int SHOWN_NAME = 80;
    private static final int SHOWN_TEXT = 160;

    private static final Pattern SPACE = Pattern.compile("\\s+");

    /// A word that starts small and goes on with a capital, but no unit such as `mL`. Possessive,
    /// so that words of any length take time and stack in proportion.
    private static final Pattern HUMPED =
            Pattern.compile("(?<!\\p{L})\\p{Ll}{2,}+\\p{Lu}\\p{Ll}\\p{L}*+");

    private static final Pattern HUMP = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");

    private Wording() {}

    /// The number without trailing zeros and without an exponent.
    static String number(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /// The name as words, without the end of a long one. Capitals of names that are written as
    /// words stay, since a cook writes `Worcestershire sauce` so.
    static String name(String name) {
        return words(clip(name, SHOWN_NAME));
    }

    /// `pieCrust` as `pie crust`, wherever it stands; `McIntosh` as it is.
    static String words(String text) {
        String spaced = text.replace('_', ' ').strip();
        String words =
                HUMPED.matcher(spaced).find()
                        ? HUMPED.matcher(spaced).replaceAll(Wording::humps)
                        : spaced;
        return words.isEmpty() ? text : words;
    }

    /// Such as `2 cups`; a unit of many words without its end.
    static String amount(Amount amount) {
        return clip(AmountText.of(amount), SHOWN_NAME);
    }

    /// `butter was`, `apples were`.
    static String nameAndVerb(String name) {
        String words = name(name);
        return words + (isPlural(words) ? " were" : " was");
    }

    /// The text in quotation marks, without its full stop: the sentence around it has its own.
    static String quoted(String text) {
        String clipped = clip(text, SHOWN_TEXT);
        boolean ends = clipped.length() > 1 && clipped.endsWith(".");
        return "“" + (ends ? clipped.substring(0, clipped.length() - 1) : clipped) + "”";
    }

    static String clipped(String text) {
        return clip(text, SHOWN_NAME);
    }

    /// Makes a clause a sentence.
    static String sentence(String clause) {
        return capitalised(clause) + ".";
    }

    /// Makes a clause and what shows it a sentence.
    static String sentence(String clause, String shown) {
        return capitalised(clause) + ": " + shown + ".";
    }

    static String capitalised(String clause) {
        int first = clause.codePointAt(0);
        String rest = clause.substring(Character.charCount(first));
        return Character.toString(Character.toTitleCase(first)) + rest;
    }

    private static String humps(MatchResult camelCase) {
        return HUMP.splitAsStream(camelCase.group())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }

    private static boolean isPlural(String words) {
        return words.endsWith("s")
                && !words.endsWith("ss")
                && !words.endsWith("us")
                && !words.endsWith("is");
    }

    private static String clip(String text, int length) {
        String line = SPACE.matcher(text.strip()).replaceAll(" ");
        if (line.codePointCount(0, line.length()) <= length) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, length - 1)).stripTrailing() + "…";
    }
}

package dev.makeline.recipe;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// How names, amounts and texts are put into sentences.
final class Wording {

    private static final int SHOWN_NAME = 80;
    private static final int SHOWN_TEXT = 160;

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern CAMEL_CASE = Pattern.compile("\\p{Ll}+(\\p{Lu}\\p{Ll}+)+");
    private static final Pattern HUMP = Pattern.compile("(?=\\p{Lu})");

    /// Measurements that a cook says in the plural; abbreviations stay as they are.
    private static final Set<String> COUNTED_WORDS =
            Set.of(
                    "unit",
                    "cup",
                    "clove",
                    "slice",
                    "piece",
                    "can",
                    "jar",
                    "bag",
                    "stick",
                    "gram",
                    "pound",
                    "ounce",
                    "tablespoon",
                    "teaspoon",
                    "liter",
                    "litre",
                    "package");

    private Wording() {}

    /// The number without trailing zeros and without an exponent.
    static String number(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /// Such as `6 units`, `0.5 TBS` or `3`.
    static String amount(BigDecimal quantity, String measurement) {
        String unit = measurement.strip();
        if (unit.isEmpty()) {
            return number(quantity);
        }
        boolean plural = quantity.compareTo(BigDecimal.ONE) > 0 && COUNTED_WORDS.contains(unit);
        return number(quantity) + " " + clip(unit, SHOWN_NAME) + (plural ? "s" : "");
    }

    /// `in cups`, or `by count` for what has no measurement.
    static String measuredIn(String measurement) {
        String unit = measurement.strip();
        return unit.isEmpty() ? "by count" : "in " + clip(unit, SHOWN_NAME);
    }

    /// The name as words: `pieCrust` is written `pie crust`. Capitals of names that are written as
    /// words stay, since a cook writes `Worcestershire sauce` so.
    static String name(String name) {
        String written = clip(name, SHOWN_NAME);
        String words = CAMEL_CASE.matcher(written).matches() ? humps(written) : written;
        String spaced = words.replace('_', ' ').strip();
        return spaced.isEmpty() ? words : spaced;
    }

    /// `butter was`, `apples were`.
    static String nameAndVerb(String name) {
        String words = name(name);
        return words + (isPlural(words) ? " were" : " was");
    }

    static String quoted(String text) {
        return "“" + clip(text, SHOWN_TEXT) + "”";
    }

    /// Makes a clause the beginning of a sentence.
    static String sentence(String clause) {
        int first = clause.codePointAt(0);
        String rest = clause.substring(Character.charCount(first));
        return Character.toString(Character.toTitleCase(first)) + rest + ".";
    }

    private static String humps(String camelCase) {
        return HUMP.splitAsStream(camelCase)
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

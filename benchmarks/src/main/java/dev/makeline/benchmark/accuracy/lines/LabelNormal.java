package dev.makeline.benchmark.accuracy.lines;

import dev.makeline.recipe.quantity.WrittenNumber;
import java.util.Arrays;
import java.util.Locale;

/// How labels and readings are written before they are compared.
final class LabelNormal {

    private LabelNormal() {}

    static String quantity(String text) {
        return spaced(text).replace('–', '-');
    }

    static String unit(String text) {
        return String.join(
                " ",
                Arrays.stream(spaced(text).split(" ", -1)).map(LabelNormal::singular).toList());
    }

    static String name(String text) {
        String plain = decimals(text).replace('’', '\'').replaceAll("[,-]", " ");
        return String.join(
                " ",
                Arrays.stream(spaced(plain).split(" ", -1)).map(LabelNormal::singular).toList());
    }

    static String remark(String text) {
        return String.join(
                " ",
                Arrays.stream(
                                spaced(decimals(text).replaceAll("[^\\p{L}\\p{N}.' -]", " "))
                                        .split(" ", -1))
                        .map(LabelNormal::singular)
                        .toList());
    }

    private static String spaced(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    private static String decimals(String text) {
        StringBuilder decimal = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            if (WrittenNumber.startsAt(text, at)) {
                WrittenNumber number = WrittenNumber.at(text, at);
                String written = text.substring(at, number.end());
                decimal.append(number.value().map(value -> value.decimalText(3)).orElse(written));
                at = number.end();
            } else {
                decimal.append(text.charAt(at++));
            }
        }
        return decimal.toString();
    }

    private static String singular(String word) {
        return switch (word) {
            case "leaves" -> "leaf";
            case "loaves" -> "loaf";
            case "halves" -> "half";
            case "inches", "pinches", "dashes", "bunches", "splashes", "boxes" ->
                    word.substring(0, word.length() - 2);
            default ->
                    word.length() > 3 && word.endsWith("s") && !word.endsWith("ss")
                            ? word.substring(0, word.length() - 1)
                            : word;
        };
    }
}

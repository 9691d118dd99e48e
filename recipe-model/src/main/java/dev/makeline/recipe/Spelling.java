package dev.makeline.recipe;

import java.text.Normalizer;
import java.util.Locale;

/// What is the same word, however it is written. Each function gives equal texts for spellings that
/// mean the same.
final class Spelling {

    private static final int SHORTEST_PLURAL = 4;

    private Spelling() {}

    static boolean sameName(String one, String other) {
        return one.equals(other) || ofName(one).equals(ofName(other));
    }

    static boolean sameMeasurement(String one, String other) {
        return one.equals(other) || ofMeasurement(one).equals(ofMeasurement(other));
    }

    static boolean sameText(String one, String other) {
        return one.equals(other) || ofText(one).equals(ofText(other));
    }

    /// Ignores case, spaces, hyphens and underscores: `pieCrust`, `pie crust` and `Pie-Crust` are
    /// one name.
    static String ofName(String name) {
        String folded = folded(name);
        StringBuilder letters = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            char character = folded.charAt(i);
            if (!Character.isWhitespace(character) && character != '-' && character != '_') {
                letters.append(character);
            }
        }
        return letters.isEmpty() ? folded.strip() : letters.toString();
    }

    /// Ignores case, a trailing point and a plural s of words; but `T`, a tablespoon, is not `t`, a
    /// teaspoon.
    static String ofMeasurement(String measurement) {
        String unit = measurement.strip();
        if (unit.endsWith(".")) {
            unit = unit.substring(0, unit.length() - 1);
        }
        if (unit.equals("T")) {
            return unit;
        }
        String folded = folded(unit);
        boolean plural = folded.length() >= SHORTEST_PLURAL && folded.endsWith("s");
        return plural ? folded.substring(0, folded.length() - 1) : folded;
    }

    /// Ignores case, how words are spaced, and a point at the end.
    static String ofText(String text) {
        String folded = folded(text);
        StringBuilder words = new StringBuilder(folded.length());
        boolean gap = false;
        for (int i = 0; i < folded.length(); i++) {
            char character = folded.charAt(i);
            if (Character.isWhitespace(character)) {
                gap = true;
            } else {
                if (gap && !words.isEmpty()) {
                    words.append(' ');
                }
                gap = false;
                words.append(character);
            }
        }
        int length = words.length();
        boolean point = length > 1 && words.charAt(length - 1) == '.';
        return point ? words.substring(0, length - 1) : words.toString();
    }

    private static String folded(String text) {
        String composed = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
        return composed.toLowerCase(Locale.ROOT);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7f) {
                return false;
            }
        }
        return true;
    }
}

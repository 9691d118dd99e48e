package dev.makeline.recipe.compare;

import java.text.Normalizer;
import java.util.Locale;

/// What is the same measurement, however it is written.
final class Spelling {

    private static final int SHORTEST_PLURAL = 4;

    private Spelling() {}

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

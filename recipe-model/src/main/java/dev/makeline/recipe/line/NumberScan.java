package dev.makeline.recipe.line;

import dev.makeline.recipe.line.Token.Numeral;
import dev.makeline.recipe.quantity.Rational;
import java.math.BigDecimal;
import java.util.Optional;

/// The number that stands at one place of a line: `3`, `0.25`, `1,5`, `1/2`, `½`, `1½`.
///
/// @param end the place after it
/// @param number empty for digits that are no amount: a leading zero as in "Type 00", more digits
///   than any kitchen needs, a division by zero, a percentage
record NumberScan(String text, int end, Optional<Numeral> number) {

    /// Nobody measures with more; keeps the arithmetic on hostile input cheap.
    private static final int MAX_DIGITS = 9;

    private static final String VULGAR = "¼½¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅐⅑⅒";
    private static final int[][] VULGAR_VALUES = {
        {1, 4}, {1, 2}, {3, 4}, {1, 3}, {2, 3}, {1, 5}, {2, 5}, {3, 5}, {4, 5}, {1, 6}, {5, 6},
        {1, 8}, {3, 8}, {5, 8}, {7, 8}, {1, 7}, {1, 9}, {1, 10}
    };

    static boolean startsAt(String line, int at) {
        char next = line.charAt(at);
        return isDigit(next)
                || VULGAR.indexOf(next) >= 0
                || (next == '.' && at + 1 < line.length() && isDigit(line.charAt(at + 1)));
    }

    /// @param at a place where a number starts
    static NumberScan at(String line, int at) {
        int vulgar = VULGAR.indexOf(line.charAt(at));
        if (vulgar >= 0) {
            return found(line, at, at + 1, vulgarValue(vulgar), true);
        }
        int end = digitsEnd(line, at);
        if (end < line.length() && VULGAR.indexOf(line.charAt(end)) >= 0 && fits(at, end)) {
            Rational fraction = vulgarValue(VULGAR.indexOf(line.charAt(end)));
            return found(line, at, end + 1, integer(line, at, end).plus(fraction), false);
        }
        if (isFractionBar(line, end) && end + 1 < line.length() && isDigit(line.charAt(end + 1))) {
            return fraction(line, at, end);
        }
        return decimal(line, at, end);
    }

    private static NumberScan fraction(String line, int at, int bar) {
        int end = digitsEnd(line, bar + 1);
        if (!fits(at, bar) || !fits(bar + 1, end)) {
            return notANumber(line, at, end);
        }
        Rational denominator = integer(line, bar + 1, end);
        return denominator.signum() == 0
                ? notANumber(line, at, end)
                : found(line, at, end, integer(line, at, bar).dividedBy(denominator), true);
    }

    private static NumberScan decimal(String line, int at, int whole) {
        int end = whole;
        boolean thousands = false;
        if (end + 1 < line.length()
                && (line.charAt(end) == '.' || line.charAt(end) == ',')
                && isDigit(line.charAt(end + 1))) {
            int decimals = digitsEnd(line, end + 1);
            thousands = line.charAt(end) == ',' && decimals - end == 4;
            end = decimals;
        }
        boolean padded = whole - at > 1 && line.charAt(at) == '0';
        boolean percentage = end < line.length() && line.charAt(end) == '%';
        if (padded || percentage || end - at > MAX_DIGITS) {
            return notANumber(line, at, percentage ? end + 1 : end);
        }
        String digits = line.substring(at, end).replace(",", thousands ? "" : ".");
        return found(line, at, end, Rational.of(new BigDecimal(digits)), false);
    }

    private static NumberScan found(
            String line, int from, int end, Rational value, boolean fraction) {
        String text = line.substring(from, end);
        return new NumberScan(text, end, Optional.of(Numeral.of(text, value, fraction)));
    }

    private static NumberScan notANumber(String line, int from, int end) {
        return new NumberScan(line.substring(from, end), end, Optional.empty());
    }

    private static Rational vulgarValue(int index) {
        return Rational.of(VULGAR_VALUES[index][0], VULGAR_VALUES[index][1]);
    }

    private static Rational integer(String line, int from, int end) {
        return Rational.of(Long.parseLong(line, from, end, 10));
    }

    private static boolean fits(int from, int end) {
        return end > from && end - from <= MAX_DIGITS;
    }

    private static boolean isFractionBar(String line, int at) {
        return at < line.length() && (line.charAt(at) == '/' || line.charAt(at) == '⁄');
    }

    private static int digitsEnd(String line, int from) {
        int end = from;
        while (end < line.length() && isDigit(line.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char next) {
        return next >= '0' && next <= '9';
    }
}

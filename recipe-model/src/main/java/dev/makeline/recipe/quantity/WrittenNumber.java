package dev.makeline.recipe.quantity;

import java.math.BigDecimal;
import java.util.Optional;

/// The number that is written at one place of a text: `3`, `0.25`, `1,5`, `1/2`, `½`, `1½`.
///
/// @param end the place after it
/// @param value empty for digits that are no amount: a leading zero as in "Type 00", more digits
///   than any kitchen needs, a division by zero, an exponent, several points, a percentage
/// @param fraction whether it is a fraction alone, so that a whole number before it may belong to
///   it
public record WrittenNumber(int end, Optional<Rational> value, boolean fraction) {

    /// Nobody measures with more; keeps the arithmetic on hostile input cheap.
    private static final int MAX_DIGITS = 9;

    private static final String VULGAR = "¼½¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅐⅑⅒";
    private static final int[][] VULGAR_VALUES = {
        {1, 4}, {1, 2}, {3, 4}, {1, 3}, {2, 3}, {1, 5}, {2, 5}, {3, 5}, {4, 5}, {1, 6}, {5, 6},
        {1, 8}, {3, 8}, {5, 8}, {7, 8}, {1, 7}, {1, 9}, {1, 10}
    };

    public static boolean startsAt(String text, int at) {
        char next = text.charAt(at);
        return isDigit(next)
                || (next >= '¼' && VULGAR.indexOf(next) >= 0)
                || (next == '.' && at + 1 < text.length() && isDigit(text.charAt(at + 1)));
    }

    /// @param at a place where a number starts
    public static WrittenNumber at(String text, int at) {
        int vulgar = VULGAR.indexOf(text.charAt(at));
        if (vulgar >= 0) {
            return new WrittenNumber(at + 1, Optional.of(vulgarValue(vulgar)), true);
        }
        int end = digitsEnd(text, at);
        if (end < text.length() && VULGAR.indexOf(text.charAt(end)) >= 0 && fits(at, end)) {
            Rational fraction = vulgarValue(VULGAR.indexOf(text.charAt(end)));
            return new WrittenNumber(
                    end + 1, Optional.of(integer(text, at, end).plus(fraction)), false);
        }
        if (isFractionBar(text, end) && end + 1 < text.length() && isDigit(text.charAt(end + 1))) {
            return fraction(text, at, end);
        }
        return decimal(text, at, end);
    }

    private static WrittenNumber fraction(String text, int at, int bar) {
        int end = digitsEnd(text, bar + 1);
        if (!fits(at, bar) || !fits(bar + 1, end)) {
            return notANumber(end);
        }
        Rational denominator = integer(text, bar + 1, end);
        return denominator.signum() == 0
                ? notANumber(end)
                : new WrittenNumber(
                        end, Optional.of(integer(text, at, bar).dividedBy(denominator)), true);
    }

    private static WrittenNumber decimal(String text, int at, int whole) {
        int end = whole;
        boolean thousands = false;
        if (end + 1 < text.length()
                && (text.charAt(end) == '.' || text.charAt(end) == ',')
                && isDigit(text.charAt(end + 1))) {
            int decimals = digitsEnd(text, end + 1);
            thousands = text.charAt(end) == ',' && decimals - end == 4;
            end = decimals;
        }
        boolean padded = whole - at > 1 && text.charAt(at) == '0';
        boolean percentage = end < text.length() && text.charAt(end) == '%';
        int furtherEnd = furtherEnd(text, end);
        if (padded || percentage || furtherEnd > end || end - at > MAX_DIGITS) {
            return notANumber(percentage ? end + 1 : furtherEnd);
        }
        String digits = text.substring(at, end).replace(",", thousands ? "" : ".");
        return new WrittenNumber(end, Optional.of(Rational.of(new BigDecimal(digits))), false);
    }

    /// The end of what makes no amount of the number before it: an exponent, more points.
    private static int furtherEnd(String text, int end) {
        int further = end;
        int digits = furtherDigits(text, further);
        while (digits < text.length() && isDigit(text.charAt(digits))) {
            further = digitsEnd(text, digits);
            digits = furtherDigits(text, further);
        }
        return further;
    }

    /// Where the digits after an exponent's letter or a point begin; else the end of the text.
    private static int furtherDigits(String text, int at) {
        if (at + 1 >= text.length()) {
            return text.length();
        }
        return switch (text.charAt(at)) {
            case '.' -> at + 1;
            case 'e', 'E' -> isSign(text.charAt(at + 1)) ? at + 2 : at + 1;
            default -> text.length();
        };
    }

    private static boolean isSign(char next) {
        return next == '+' || next == '-';
    }

    private static WrittenNumber notANumber(int end) {
        return new WrittenNumber(end, Optional.empty(), false);
    }

    private static Rational vulgarValue(int index) {
        return Rational.of(VULGAR_VALUES[index][0], VULGAR_VALUES[index][1]);
    }

    private static Rational integer(String text, int from, int end) {
        return Rational.of(Long.parseLong(text, from, end, 10));
    }

    private static boolean fits(int from, int end) {
        return end > from && end - from <= MAX_DIGITS;
    }

    private static boolean isFractionBar(String text, int at) {
        return at < text.length() && (text.charAt(at) == '/' || text.charAt(at) == '⁄');
    }

    private static int digitsEnd(String text, int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char next) {
        return next >= '0' && next <= '9';
    }
}

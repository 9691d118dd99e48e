package dev.makeline.recipe;

import java.math.BigDecimal;

/// Which numbers a recipe may hold.
public final class Quantities {

    /// The digits of a number written out in full, before and after the point. No kitchen needs a
    /// tenth of them, and exact arithmetic on numbers of this size takes microseconds, while a
    /// number such as 1e999999999 would take gigabytes.
    public static final int MAX_DIGITS = 100;

    private Quantities() {}

    /// Whether the number, written out in full, has at most [#MAX_DIGITS] digits. Never expands it.
    public static boolean isWritable(BigDecimal number) {
        long before = Math.max(1L, (long) number.precision() - number.scale());
        long after = Math.max(0, number.scale());
        return before + after <= MAX_DIGITS;
    }

    static void check(BigDecimal number) {
        if (!isWritable(number)) {
            throw new IllegalArgumentException(
                    "A number in a recipe has at most %d digits".formatted(MAX_DIGITS));
        }
        if (number.signum() < 0) {
            throw new IllegalArgumentException(
                    "A number in a recipe is 0 or more; got %s".formatted(number));
        }
    }
}

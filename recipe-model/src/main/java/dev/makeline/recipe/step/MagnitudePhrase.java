package dev.makeline.recipe.step;

import dev.makeline.recipe.quantity.Amount;
import dev.makeline.recipe.quantity.AmountText;
import dev.makeline.recipe.quantity.Rational;
import dev.makeline.recipe.quantity.Unit;
import java.math.BigInteger;

/// Says a magnitude in a few words.
final class MagnitudePhrase {

    /// Kitchen fractions go down to eighths; others are told as decimals.
    private static final BigInteger SMALLEST_PART = BigInteger.valueOf(8);

    private MagnitudePhrase() {}

    static String of(Magnitude magnitude, String more, String less) {
        return magnitude
                .difference()
                .map(difference -> of(difference, more, less))
                .orElse("in another unit");
    }

    private static String of(Amount difference, String more, String less) {
        Rational size = difference.low().absolute();
        if (size.signum() == 0) {
            return "in another range";
        }
        String word = difference.low().signum() > 0 ? more : less;
        String unit = AmountText.unit(difference.unit(), size);
        return number(size, difference.unit()) + (unit.isEmpty() ? " " : " " + unit + " ") + word;
    }

    private static String number(Rational size, Unit unit) {
        if (unit instanceof Unit.Degree || unit.equals(UnitAfter.DEGREE)) {
            return size.decimalText(0).equals("0") ? size.decimalText(1) : size.decimalText(0);
        }
        return size.denominator().compareTo(SMALLEST_PART) <= 0
                ? size.toString()
                : size.decimalText(2);
    }
}

package dev.makeline.recipe.compare;

import dev.makeline.recipe.quantity.Rational;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// How many times the recipe was made at once.
///
/// @param value exact, more than 0
public record BatchFactor(Rational value) {

    public static final BatchFactor ONE = new BatchFactor(Rational.ONE);

    private static final MathContext SHOWN_DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);
    private static final int SHOWN_FRACTION_BITS = 7;

    public BatchFactor {
        if (value.signum() <= 0) {
            throw new IllegalArgumentException("A batch factor is more than 0; got " + value);
        }
    }

    public boolean isOne() {
        return value.equals(Rational.ONE);
    }

    /// The factor as shown, such as `×2`, `×1.5` or `×2/3`; rounded and marked `×≈` when neither a
    /// short decimal nor a short fraction is exact.
    public String text() {
        BigDecimal decimal = approximation();
        if (Rational.of(decimal).equals(value)) {
            return "×" + Wording.number(decimal);
        }
        int bits = Math.max(value.numerator().bitLength(), value.denominator().bitLength());
        return bits <= SHOWN_FRACTION_BITS
                ? "×" + value.numerator() + "/" + value.denominator()
                : "×≈" + Wording.number(decimal);
    }

    /// The factor as a number of four significant digits.
    public BigDecimal approximation() {
        return new BigDecimal(value.numerator())
                .divide(new BigDecimal(value.denominator()), SHOWN_DIGITS);
    }

    /// The factor as a cook says it after "made": `double`, `half`, `×1.5`.
    String spoken() {
        String text = text();
        return switch (text) {
            case "×2" -> "double";
            case "×3" -> "triple";
            case "×0.5" -> "half";
            default -> text;
        };
    }
}

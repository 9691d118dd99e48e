package dev.makeline.recipe;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/// How many times the recipe was made at once: an exact fraction in lowest terms, more than 0.
public record BatchFactor(BigInteger numerator, BigInteger denominator) {

    public static final BatchFactor ONE = new BatchFactor(BigInteger.ONE, BigInteger.ONE);

    private static final MathContext SHOWN_DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);
    private static final int SHOWN_DECIMALS = 3;
    private static final int SHOWN_FRACTION_BITS = 7;

    public BatchFactor {
        if (numerator.signum() <= 0 || denominator.signum() <= 0) {
            throw new IllegalArgumentException(
                    "A batch factor is more than 0; got %s/%s".formatted(numerator, denominator));
        }
        BigInteger divisor = numerator.gcd(denominator);
        numerator = numerator.divide(divisor);
        denominator = denominator.divide(divisor);
    }

    /// @param recipe more than 0
    /// @param make more than 0
    static BatchFactor between(BigDecimal recipe, BigDecimal make) {
        if (recipe.compareTo(make) == 0) {
            return ONE;
        }
        int scale = Math.max(recipe.scale(), make.scale());
        return new BatchFactor(
                make.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue(),
                recipe.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue());
    }

    public boolean isOne() {
        return equals(ONE);
    }

    /// Whether `make` is exactly this factor times `recipe`.
    boolean relates(BigDecimal recipe, BigDecimal make) {
        return recipe.multiply(new BigDecimal(numerator))
                        .compareTo(make.multiply(new BigDecimal(denominator)))
                == 0;
    }

    /// The quantity in this batch, as far as a cook reads it; a third is rounded.
    BigDecimal times(BigDecimal quantity) {
        BigDecimal product = quantity.multiply(new BigDecimal(numerator));
        BigDecimal divisor = new BigDecimal(denominator);
        BigDecimal rounded = product.divide(divisor, SHOWN_DECIMALS, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? product.divide(divisor, SHOWN_DIGITS) : rounded;
    }

    /// The factor as shown, such as `×2`, `×1.5` or `×2/3`; rounded and marked `×≈` when neither a
    /// short decimal nor a short fraction is exact.
    public String text() {
        BigDecimal decimal = approximation();
        if (relates(BigDecimal.ONE, decimal)) {
            return "×" + Wording.number(decimal);
        }
        if (Math.max(numerator.bitLength(), denominator.bitLength()) <= SHOWN_FRACTION_BITS) {
            return "×" + numerator + "/" + denominator;
        }
        return "×≈" + Wording.number(decimal);
    }

    /// The factor as a number of four significant digits.
    public BigDecimal approximation() {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), SHOWN_DIGITS);
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

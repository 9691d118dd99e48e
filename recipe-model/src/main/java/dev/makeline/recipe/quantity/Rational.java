package dev.makeline.recipe.quantity;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/// An exact fraction in lowest terms with a denominator above 0, so that a third of a cup stays a
/// third and no conversion rounds. Equality is equality of value.
public record Rational(BigInteger numerator, BigInteger denominator)
        implements Comparable<Rational> {

    public static final Rational ZERO = of(0);
    public static final Rational ONE = of(1);

    private static final MathContext SHOWN_DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);

    public Rational {
        if (denominator.signum() == 0) {
            throw new IllegalArgumentException("A fraction needs a denominator other than 0");
        }
        if (!denominator.equals(BigInteger.ONE)) {
            if (denominator.signum() < 0) {
                numerator = numerator.negate();
                denominator = denominator.negate();
            }
            BigInteger divisor = divisor(numerator, denominator);
            if (!divisor.equals(BigInteger.ONE)) {
                numerator = numerator.divide(divisor);
                denominator = denominator.divide(divisor);
            }
        }
    }

    public static Rational of(long whole) {
        return new Rational(BigInteger.valueOf(whole), BigInteger.ONE);
    }

    /// @param denominator not 0
    public static Rational of(long numerator, long denominator) {
        return new Rational(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /// The exact value of a decimal number, such as `0.25`. The cost grows with the scale: callers
    /// bound what they take from outside.
    public static Rational of(BigDecimal decimal) {
        BigInteger unscaled = decimal.unscaledValue();
        return decimal.scale() <= 0
                ? new Rational(decimal.toBigIntegerExact(), BigInteger.ONE)
                : new Rational(unscaled, BigInteger.TEN.pow(decimal.scale()));
    }

    public Rational plus(Rational other) {
        return new Rational(
                product(numerator, other.denominator).add(product(other.numerator, denominator)),
                product(denominator, other.denominator));
    }

    public Rational minus(Rational other) {
        return plus(other.negated());
    }

    public Rational times(Rational other) {
        return new Rational(
                product(numerator, other.numerator), product(denominator, other.denominator));
    }

    /// @param other not 0
    public Rational dividedBy(Rational other) {
        return new Rational(
                product(numerator, other.denominator), product(denominator, other.numerator));
    }

    public Rational negated() {
        return new Rational(numerator.negate(), denominator);
    }

    public Rational absolute() {
        return signum() < 0 ? negated() : this;
    }

    public int signum() {
        return numerator.signum();
    }

    public boolean isWhole() {
        return denominator.equals(BigInteger.ONE);
    }

    @Override
    public int compareTo(Rational other) {
        return product(numerator, other.denominator)
                .compareTo(product(other.numerator, denominator));
    }

    /// Most numbers of a kitchen are whole.
    private static BigInteger product(BigInteger one, BigInteger other) {
        if (one.equals(BigInteger.ONE)) {
            return other;
        }
        return other.equals(BigInteger.ONE) ? one : one.multiply(other);
    }

    /// @param denominator above 0
    private static BigInteger divisor(BigInteger numerator, BigInteger denominator) {
        return numerator.bitLength() < Long.SIZE && denominator.bitLength() < Long.SIZE
                ? BigInteger.valueOf(divisor(numerator.longValue(), denominator.longValue()))
                : numerator.gcd(denominator);
    }

    private static long divisor(long numerator, long denominator) {
        long divisor = denominator;
        long rest = numerator % denominator;
        while (rest != 0) {
            long next = divisor % rest;
            divisor = rest;
            rest = next;
        }
        return Math.abs(divisor);
    }

    /// The number rounded to six significant digits, for people and for JSON.
    public BigDecimal approximation() {
        BigDecimal rounded =
                new BigDecimal(numerator)
                        .divide(new BigDecimal(denominator), SHOWN_DIGITS)
                        .stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    /// `3`, `0.25`, or rounded as in `0.333`: at most `decimals` digits after the point.
    public String decimalText(int decimals) {
        BigDecimal rounded =
                new BigDecimal(numerator)
                        .divide(new BigDecimal(denominator), decimals, RoundingMode.HALF_EVEN)
                        .stripTrailingZeros();
        return rounded.signum() == 0 && signum() != 0
                ? approximation().toPlainString()
                : rounded.toPlainString();
    }

    /// As a cook writes it: `3`, `1/3`, `1 1/2`.
    @Override
    public String toString() {
        if (isWhole()) {
            return numerator.toString();
        }
        BigInteger[] parts = numerator.abs().divideAndRemainder(denominator);
        String sign = signum() < 0 ? "-" : "";
        String whole = parts[0].signum() == 0 ? "" : parts[0] + " ";
        return sign + whole + parts[1] + "/" + denominator;
    }
}

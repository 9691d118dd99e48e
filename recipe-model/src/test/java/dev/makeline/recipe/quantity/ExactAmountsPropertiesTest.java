package dev.makeline.recipe.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class ExactAmountsPropertiesTest {

    @Property
    void nothingIsLostOnTheWayToAnotherUnitAndBack(
            @ForAll("numbers") Rational value,
            @ForAll("units") Unit unit,
            @ForAll("units") Unit other) {
        Amount amount = Amount.of(value, unit);

        amount.in(other)
                .ifPresent(converted -> {
                    assertThat(converted.in(unit)).contains(amount);
                    assertThat(converted.isExactly(amount)).isTrue();
                });
    }

    @Property
    void whatIsAddedCanBeTakenOff(
            @ForAll("numbers") Rational one, @ForAll("numbers") Rational other) {
        assertThat(one.plus(other).minus(other)).isEqualTo(one);
    }

    @Property
    void whatIsMultipliedCanBeDivided(
            @ForAll("numbers") Rational one, @ForAll("numbers") Rational other) {
        if (other.signum() != 0) {
            assertThat(one.times(other).dividedBy(other)).isEqualTo(one);
        }
    }

    @Property
    void orderIsThatOfTheDifference(
            @ForAll("numbers") Rational one, @ForAll("numbers") Rational other) {
        assertThat(Integer.signum(one.compareTo(other))).isEqualTo(one.minus(other).signum());
    }

    @Property
    void fractionsOfAnySizeComeInLowestTerms(
            @ForAll("wholes") BigInteger numerator,
            @ForAll("wholes") BigInteger denominator,
            @ForAll("wholes") BigInteger factor) {
        Assume.that(denominator.signum() != 0 && factor.signum() != 0);

        Rational fraction = new Rational(numerator, denominator);

        assertThat(new Rational(numerator.multiply(factor), denominator.multiply(factor)))
                .isEqualTo(fraction);
        assertThat(fraction.denominator()).isPositive();
        assertThat(fraction.numerator().gcd(fraction.denominator())).isEqualTo(BigInteger.ONE);
    }

    /// Around what a long holds as well.
    @Provide
    Arbitrary<BigInteger> wholes() {
        BigInteger largest = BigInteger.valueOf(Long.MAX_VALUE);
        return Arbitraries.oneOf(
                Arbitraries.bigIntegers()
                        .between(BigInteger.valueOf(-1_000), BigInteger.valueOf(1_000)),
                Arbitraries.bigIntegers()
                        .between(largest.multiply(BigInteger.TWO).negate(), largest.pow(2)),
                Arbitraries.of(largest, largest.add(BigInteger.ONE), largest.not()));
    }

    @Provide
    Arbitrary<Rational> numbers() {
        return Combinators.combine(
                        Arbitraries.longs().between(-100_000, 100_000),
                        Arbitraries.longs().between(1, 1_000))
                .as(Rational::of);
    }

    @Provide
    Arbitrary<Unit> units() {
        return Arbitraries.of(
                Units.ALL.stream().filter(unit -> !unit.equals(Units.GAS_MARK)).toList());
    }
}

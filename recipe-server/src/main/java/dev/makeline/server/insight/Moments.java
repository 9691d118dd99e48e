package dev.makeline.server.insight;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/// Count, sum and sum of squares of values of four decimals, from which mean and deviation follow.
/// The sums are exact, so that neither order nor batching matters, and what was added can be taken
/// away again.
///
/// @param least empty when there are none, or some were taken away
record Moments(
        long count,
        BigDecimal sum,
        BigDecimal squares,
        Optional<BigDecimal> least,
        Optional<BigDecimal> most) {

    static final Moments NONE =
            new Moments(0, BigDecimal.ZERO, BigDecimal.ZERO, Optional.empty(), Optional.empty());

    private static final int DECIMALS = 4;

    Moments {
        sum = plain(sum);
        squares = plain(squares);
        least = least.map(Moments::plain);
        most = most.map(Moments::plain);
    }

    static Moments of(BigDecimal value) {
        return of(value, 1);
    }

    /// The same value that many times.
    static Moments of(BigDecimal value, long times) {
        if (times == 0) {
            return NONE;
        }
        BigDecimal rounded = value.setScale(DECIMALS, RoundingMode.HALF_EVEN);
        BigDecimal count = BigDecimal.valueOf(times);
        return new Moments(
                times,
                rounded.multiply(count),
                rounded.multiply(rounded).multiply(count),
                Optional.of(rounded),
                Optional.of(rounded));
    }

    Moments plus(Moments other) {
        if (count == 0 || other.count == 0) {
            return count == 0 ? other : this;
        }
        return new Moments(
                count + other.count,
                sum.add(other.sum),
                squares.add(other.squares),
                least.flatMap(own -> other.least.map(own::min)),
                most.flatMap(own -> other.most.map(own::max)));
    }

    /// What is left without the others, which were added before.
    Moments without(Moments others) {
        return new Moments(
                count - others.count,
                sum.subtract(others.sum),
                squares.subtract(others.squares),
                Optional.empty(),
                Optional.empty());
    }

    @JsonIgnore
    OptionalDouble mean() {
        return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum.doubleValue() / count);
    }

    /// Of a sample: n − 1 degrees of freedom; empty below two values.
    @JsonIgnore
    OptionalDouble variance() {
        if (count < 2) {
            return OptionalDouble.empty();
        }
        BigDecimal n = BigDecimal.valueOf(count);
        BigDecimal spread = squares.multiply(n).subtract(sum.multiply(sum));
        return OptionalDouble.of(
                Math.max(0, spread.doubleValue()) / ((double) count * (count - 1)));
    }

    private static BigDecimal plain(BigDecimal value) {
        return Objects.requireNonNull(value).signum() == 0
                ? BigDecimal.ZERO
                : new BigDecimal(value.stripTrailingZeros().toPlainString());
    }
}

package dev.makeline.recipe.quantity;

import java.util.Map;
import java.util.Optional;

/// The numbers that cooks write as words.
public final class NumberWord {

    private static final Map<String, Rational> SMALL =
            Map.ofEntries(
                    Map.entry("one", Rational.of(1)),
                    Map.entry("two", Rational.of(2)),
                    Map.entry("three", Rational.of(3)),
                    Map.entry("four", Rational.of(4)),
                    Map.entry("five", Rational.of(5)),
                    Map.entry("six", Rational.of(6)),
                    Map.entry("seven", Rational.of(7)),
                    Map.entry("eight", Rational.of(8)),
                    Map.entry("nine", Rational.of(9)),
                    Map.entry("ten", Rational.of(10)),
                    Map.entry("eleven", Rational.of(11)),
                    Map.entry("twelve", Rational.of(12)),
                    Map.entry("fifteen", Rational.of(15)),
                    Map.entry("eighteen", Rational.of(18)));

    private static final Map<String, Rational> TENS =
            Map.of(
                    "twenty", Rational.of(20),
                    "thirty", Rational.of(30),
                    "forty", Rational.of(40),
                    "fifty", Rational.of(50),
                    "sixty", Rational.of(60),
                    "ninety", Rational.of(90));

    private NumberWord() {}

    /// @param word in lower case
    public static Optional<Rational> valueOf(String word) {
        Rational small = SMALL.get(word);
        return Optional.ofNullable(small != null ? small : TENS.get(word));
    }

    /// Whether it may be followed by another: `forty-five`.
    ///
    /// @param word in lower case
    public static boolean isTens(String word) {
        return TENS.containsKey(word);
    }
}

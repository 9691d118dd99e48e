package dev.makeline.recipe.step;

import dev.makeline.recipe.quantity.Rational;
import dev.makeline.recipe.step.StepToken.Numeral;
import dev.makeline.recipe.step.StepToken.Word;
import java.util.Map;
import java.util.Optional;

/// Numbers written as words.
final class NumberWords {

    private static final Rational HALF = Rational.of(1, 2);

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

    private NumberWords() {}

    static Optional<Numeral> of(Word word) {
        if (word.lower().equals("half")) {
            return Optional.of(Numeral.of(HALF, true, word.start(), word.end()));
        }
        Rational small = SMALL.get(word.lower());
        Rational value = small != null ? small : TENS.get(word.lower());
        return Optional.ofNullable(value)
                .map(known -> Numeral.of(known, false, word.start(), word.end()));
    }

    /// Whether it may be followed by another: `forty-five`.
    static boolean isTens(Word word) {
        return TENS.containsKey(word.lower());
    }
}

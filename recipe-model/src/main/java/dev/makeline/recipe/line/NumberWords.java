package dev.makeline.recipe.line;

import dev.makeline.recipe.quantity.Rational;
import java.util.Map;

/// Numbers written as words.
final class NumberWords {

    static final Map<String, Rational> VALUES =
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
                    Map.entry("twenty", Rational.of(20)));

    private NumberWords() {}
}

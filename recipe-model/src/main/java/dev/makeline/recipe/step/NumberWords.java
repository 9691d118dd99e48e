package dev.makeline.recipe.step;

import dev.makeline.recipe.quantity.NumberWord;
import dev.makeline.recipe.quantity.Rational;
import dev.makeline.recipe.step.StepToken.Numeral;
import dev.makeline.recipe.step.StepToken.Word;
import java.util.Optional;

/// Numbers written as words in a step, where a half may stand alone.
final class NumberWords {

    private static final Rational HALF = Rational.of(1, 2);

    private NumberWords() {}

    static Optional<Numeral> of(Word word) {
        if (word.lower().equals("half")) {
            return Optional.of(Numeral.of(HALF, true, word.start(), word.end()));
        }
        return NumberWord.valueOf(word.lower())
                .map(known -> Numeral.of(known, false, word.start(), word.end()));
    }

    /// Whether it may be followed by another: `forty-five`.
    static boolean isTens(Word word) {
        return NumberWord.isTens(word.lower());
    }
}

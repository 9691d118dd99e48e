package dev.makeline.recipe.step;

import dev.makeline.recipe.quantity.Rational;
import dev.makeline.recipe.step.StepToken.Numeral;
import dev.makeline.recipe.step.StepToken.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes one number of what is written as several: `forty-five`, `1 1/2`, `two and a half`, `5 to
/// 7`, `between 5 and 7`, `two dozen`.
final class NumberJoining {

    private static final Rational TEN = Rational.of(10);
    private static final Rational DOZEN = Rational.of(12);

    private NumberJoining() {}

    static List<StepToken> join(List<StepToken> tokens) {
        return ranges(fractions(words(tokens)));
    }

    private static List<StepToken> words(List<StepToken> tokens) {
        List<StepToken> joined = new ArrayList<>(tokens.size());
        for (int i = 0; i < tokens.size(); i++) {
            Optional<Numeral> number =
                    tokens.get(i) instanceof Word word ? NumberWords.of(word) : Optional.empty();
            int unit = TokenText.isMark(tokens, i + 1, '-') ? i + 2 : i + 1;
            if (number.isEmpty()) {
                joined.add(tokens.get(i));
            } else if (tokens.get(i) instanceof Word tens
                    && NumberWords.isTens(tens)
                    && numberWord(tokens, unit).filter(NumberJoining::isDigit).isPresent()) {
                joined.add(sum(number.get(), numberWord(tokens, unit).get()));
                i = unit;
            } else {
                joined.add(number.get());
            }
        }
        return joined;
    }

    private static Optional<Numeral> numberWord(List<StepToken> tokens, int i) {
        return i < tokens.size() && tokens.get(i) instanceof Word word
                ? NumberWords.of(word)
                : Optional.empty();
    }

    private static boolean isDigit(Numeral number) {
        return !number.fraction() && number.low().compareTo(TEN) < 0;
    }

    private static List<StepToken> fractions(List<StepToken> tokens) {
        List<StepToken> joined = new ArrayList<>(tokens.size());
        for (int i = 0; i < tokens.size(); i++) {
            int fraction = fractionAfter(tokens, i);
            if (fraction > 0) {
                joined.add(sum((Numeral) tokens.get(i), (Numeral) tokens.get(fraction)));
                i = fraction;
            } else if (tokens.get(i) instanceof Numeral number
                    && TokenText.isWord(tokens, i + 1, "dozen")) {
                joined.add(times(number, DOZEN, tokens.get(i + 1).end()));
                i++;
            } else {
                joined.add(tokens.get(i));
            }
        }
        return joined;
    }

    /// The place of the fraction that belongs to the whole number at `i`, or -1. "4 1/8-inch-thick
    /// slices" are four slices: a length after a hyphen keeps its fraction to itself.
    private static int fractionAfter(List<StepToken> tokens, int i) {
        if (!(tokens.get(i) instanceof Numeral whole)
                || whole.fraction()
                || !whole.low().isWhole()) {
            return -1;
        }
        int next = i + 1;
        if (TokenText.isMark(tokens, next, '-') || TokenText.isMark(tokens, next, '&')) {
            next++;
        } else if (TokenText.isWord(tokens, next, "and")) {
            next += TokenText.isWord(tokens, next + 1, "a") ? 2 : 1;
        }
        boolean fits =
                next < tokens.size()
                        && tokens.get(next) instanceof Numeral part
                        && part.fraction()
                        && part.low().compareTo(Rational.ONE) < 0;
        boolean joinedLength =
                TokenText.isMark(tokens, next + 1, '-')
                        && TokenText.isWord(tokens, next + 2, "inch");
        return fits && !joinedLength ? next : -1;
    }

    private static List<StepToken> ranges(List<StepToken> tokens) {
        List<StepToken> joined = new ArrayList<>(tokens.size());
        for (int i = 0; i < tokens.size(); i++) {
            int end = rangeEnd(tokens, i);
            if (end > 0) {
                joined.add(range((Numeral) tokens.get(i), (Numeral) tokens.get(end)));
                i = end;
            } else {
                joined.add(tokens.get(i));
            }
        }
        return joined;
    }

    private static int rangeEnd(List<StepToken> tokens, int i) {
        if (!(tokens.get(i) instanceof Numeral)) {
            return -1;
        }
        int next = i + 1;
        boolean dash = TokenText.isDash(tokens, next);
        if (dash) {
            next++;
        }
        boolean between =
                TokenText.isWord(tokens, next, "to")
                        || TokenText.isWord(tokens, next, "or")
                        || (TokenText.isWord(tokens, next, "and")
                                && TokenText.isWord(tokens, i - 1, "between"));
        if (between) {
            next++;
        }
        return (dash || between) && next < tokens.size() && tokens.get(next) instanceof Numeral
                ? next
                : -1;
    }

    private static Numeral sum(Numeral one, Numeral other) {
        return Numeral.of(one.low().plus(other.low()), false, one.start(), other.end());
    }

    private static Numeral times(Numeral number, Rational factor, int end) {
        return new Numeral(
                number.low().times(factor),
                number.high().times(factor),
                false,
                number.start(),
                end);
    }

    private static Numeral range(Numeral one, Numeral other) {
        boolean ascending = one.low().compareTo(other.low()) <= 0;
        return new Numeral(
                ascending ? one.low() : other.low(),
                ascending ? other.high() : one.high(),
                false,
                one.start(),
                other.end());
    }
}

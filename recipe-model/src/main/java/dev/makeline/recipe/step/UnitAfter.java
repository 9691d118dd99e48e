package dev.makeline.recipe.step;

import dev.makeline.recipe.food.Foods;
import dev.makeline.recipe.food.TypingError;
import dev.makeline.recipe.quantity.Rational;
import dev.makeline.recipe.quantity.Unit;
import dev.makeline.recipe.quantity.UnitSpelling;
import dev.makeline.recipe.quantity.Units;
import dev.makeline.recipe.step.StepToken.Numeral;
import dev.makeline.recipe.step.StepToken.Word;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The unit that follows a number.
///
/// @param end index of the token after it
record UnitAfter(Unit unit, int end) {

    /// A temperature whose scale the text leaves open.
    static final Unit DEGREE = new Unit.Unknown("degree");

    /// How often something is done.
    static final Unit TIMES = new Unit.Portion("time");

    private static final Set<String> DEGREE_WORDS = Set.of("degree", "degrees", "deg", "degs");
    private static final Set<String> CELSIUS_WORDS = Set.of("c", "celsius", "centigrade");
    private static final Set<String> FAHRENHEIT_WORDS = Set.of("f", "fahrenheit");

    private static final List<String> TIMES_IN_FULL =
            List.of("minutes", "minute", "hours", "seconds", "second");

    /// Letters of the shortest abbreviation that a slip leaves readable: `min`.
    private static final int SHORTEST_TIME = 3;

    /// No recipe takes so many cups, and no oven or thermometer of a kitchen is read below.
    private static final Rational COLDEST_C = Rational.of(30);

    private static final Rational LARGEST_INCHES = Rational.of(40);

    static Optional<UnitAfter> at(String text, List<StepToken> tokens, int number) {
        int next = number + 1;
        if (!TokenText.isInside(tokens, next)) {
            return Optional.empty();
        }
        Numeral value = (Numeral) tokens.get(number);
        boolean hyphen = TokenText.isDash(tokens, next) && isJoined(tokens, next);
        int start = hyphen ? next + 1 : next;
        return temperature(text, tokens, start, value)
                .or(() -> inches(tokens, start, hyphen, value))
                .or(() -> spelled(text, tokens, start))
                .or(() -> misspeltTime(tokens, start, value));
    }

    /// "45mina" and "45 minuets": a letter too many in what is written to the number, or a slip in
    /// a whole word.
    private static Optional<UnitAfter> misspeltTime(
            List<StepToken> tokens, int start, Numeral value) {
        if (!TokenText.isInside(tokens, start) || !(tokens.get(start) instanceof Word word)) {
            return Optional.empty();
        }
        String written = word.lower();
        Optional<String> meant =
                word.start() == value.end() && written.length() > SHORTEST_TIME
                        ? Optional.of(written.substring(0, written.length() - 1))
                        : TIMES_IN_FULL.stream()
                                .filter(time -> TypingError.isBetween(time, written))
                                .filter(_ -> !Foods.isKnownWord(written))
                                .findFirst();
        return meant.flatMap(UnitSpelling::of)
                .filter(unit -> QuantityKind.of(unit) == QuantityKind.TIME)
                .map(unit -> new UnitAfter(unit, start + 1));
    }

    /// A unit by any of its spellings, the longest that fits.
    static Optional<UnitAfter> spelled(String text, List<StepToken> tokens, int start) {
        int words = 0;
        while (words < UnitSpelling.MAX_WORDS
                && TokenText.isInside(tokens, start + words)
                && tokens.get(start + words) instanceof Word) {
            words++;
        }
        for (int count = words; count > 0; count--) {
            int end = start + count;
            Optional<UnitAfter> unit = unitOf(spelling(text, tokens, start, end), end);
            if (unit.isPresent()) {
                return unit;
            }
        }
        return Optional.empty();
    }

    private static Optional<UnitAfter> unitOf(String spelling, int end) {
        if (spelling.equalsIgnoreCase("times")) {
            return Optional.of(new UnitAfter(TIMES, end));
        }
        return UnitSpelling.of(spelling).map(unit -> new UnitAfter(unit, end));
    }

    private static String spelling(String text, List<StepToken> tokens, int start, int end) {
        StringBuilder words = new StringBuilder();
        for (StepToken token : tokens.subList(start, end)) {
            words.append(words.isEmpty() ? "" : " ");
            words.append(text, token.start(), token.end());
        }
        return words.toString();
    }

    private static Optional<UnitAfter> temperature(
            String text, List<StepToken> tokens, int start, Numeral value) {
        if (TokenText.isDegreeSign(tokens, start)) {
            return Optional.of(
                    switch (text.charAt(tokens.get(start).start())) {
                        case '℃' -> new UnitAfter(Units.CELSIUS, start + 1);
                        case '℉' -> new UnitAfter(Units.FAHRENHEIT, start + 1);
                        default -> scale(tokens, start + 1);
                    });
        }
        if (!TokenText.isInside(tokens, start) || !(tokens.get(start) instanceof Word word)) {
            return Optional.empty();
        }
        if (DEGREE_WORDS.contains(word.lower())) {
            return Optional.of(scale(tokens, start + 1));
        }
        boolean letter =
                (word.lower().equals("c") || word.lower().equals("f"))
                        && value.low().compareTo(COLDEST_C) >= 0;
        return letter ? Optional.of(scale(tokens, start)) : Optional.empty();
    }

    private static UnitAfter scale(List<StepToken> tokens, int start) {
        if (TokenText.isInside(tokens, start) && tokens.get(start) instanceof Word word) {
            if (CELSIUS_WORDS.contains(word.lower())) {
                return new UnitAfter(Units.CELSIUS, start + 1);
            }
            if (FAHRENHEIT_WORDS.contains(word.lower())) {
                return new UnitAfter(Units.FAHRENHEIT, start + 1);
            }
        }
        return new UnitAfter(DEGREE, start);
    }

    /// `9"`, `9-in` and `9 in.`: elsewhere "in" is no unit.
    private static Optional<UnitAfter> inches(
            List<StepToken> tokens, int start, boolean hyphen, Numeral value) {
        boolean sign =
                TokenText.isMark(tokens, start, '"')
                        || TokenText.isMark(tokens, start, '″')
                        || TokenText.isMark(tokens, start, '”');
        boolean abbreviation =
                TokenText.isWord(tokens, start, "in")
                        && (hyphen || TokenText.isMark(tokens, start + 1, '.'));
        return (sign || abbreviation) && value.high().compareTo(LARGEST_INCHES) <= 0
                ? Optional.of(new UnitAfter(Units.INCH, start + 1))
                : Optional.empty();
    }

    private static boolean isJoined(List<StepToken> tokens, int dash) {
        return TokenText.isInside(tokens, dash + 1)
                && tokens.get(dash).end() == tokens.get(dash + 1).start();
    }
}

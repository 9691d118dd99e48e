package dev.makeline.recipe.line;

import dev.makeline.recipe.line.Token.Word;
import dev.makeline.recipe.quantity.Dimension;
import dev.makeline.recipe.quantity.Unit;
import dev.makeline.recipe.quantity.UnitSpelling;
import java.util.Optional;

/// A unit found in a line.
///
/// @param text in the singular, with its size words: `large clove`
/// @param end the place after it
record UnitMatch(String text, Unit unit, int end) {

    /// No spelling of a unit has a longer word.
    private static final int LONGEST_WORD = 20;

    boolean isMeasure() {
        return unit instanceof Unit.Measure;
    }

    boolean isPortion() {
        return unit instanceof Unit.Portion;
    }

    /// The unit whose first word stands at `i`; the longest spelling wins, with a bracket that
    /// names the spoon as in "colher (sopa)".
    static Optional<UnitMatch> at(Reading line, int i) {
        StringBuilder written = new StringBuilder();
        Optional<UnitMatch> longest = Optional.empty();
        for (int end = i; end < i + UnitSpelling.MAX_WORDS && line.isWord(end); end++) {
            String word = ((Word) line.token(end)).singular();
            if (word.length() > LONGEST_WORD) {
                break;
            }
            if (end > i) {
                written.append(' ');
            }
            written.append(word);
            Optional<UnitMatch> match = spelled(line, written.toString(), end + 1);
            if (match.isPresent()) {
                longest = match;
            }
        }
        return longest.isEmpty() && isInchAt(line, i) ? spelled("inch", i + 1) : longest;
    }

    private static Optional<UnitMatch> spelled(Reading line, String written, int end) {
        boolean bracketed =
                line.isOpen(end) && line.isWord(end + 1) && line.afterBracket(end) == end + 3;
        Optional<UnitMatch> spoon =
                bracketed
                        ? spelled(written + " (" + line.lower(end + 1) + ")", end + 3)
                        : Optional.empty();
        return spoon.isPresent() ? spoon : spelled(written, end);
    }

    private static Optional<UnitMatch> spelled(String written, int end) {
        return UnitSpelling.of(written)
                .filter(UnitMatch::measuresFood)
                .map(unit -> new UnitMatch(unit.name(), unit, end));
    }

    /// "2in", unlike "2 in".
    private static boolean isInchAt(Reading line, int i) {
        return line.lower(i).equals("in") && ((Word) line.token(i)).isJoined();
    }

    /// Not temperatures and times, which say something else about the food.
    private static boolean measuresFood(Unit unit) {
        return switch (unit) {
            case Unit.Measure measure -> measure.dimension() != Dimension.TIME;
            case Unit.Degree degree -> false;
            case Unit.Portion portion -> true;
            case Unit.Unknown unknown -> false;
        };
    }

    /// The unit with size words before it: `heaping tablespoon`, `large clove`, or `large` alone.
    static Optional<UnitMatch> withSize(Reading line, int i) {
        Optional<UnitMatch> bare = at(line, i);
        if (bare.isPresent()) {
            return bare;
        }
        int size = sizeEnd(line, i);
        Optional<UnitMatch> sized = at(line, Math.max(size, modifierEnd(line, i)));
        if (sized.isPresent() && modifies(line, i, sized.get())) {
            return Optional.of(prefixed(line, i, sized.get()));
        }
        return size > i ? Optional.of(sizeAlone(line, i, size)) : Optional.empty();
    }

    private static boolean modifies(Reading line, int i, UnitMatch unit) {
        for (int word = i; word < unit.end(); word++) {
            if (at(line, word).isPresent()) {
                return true;
            }
            String lower = line.lower(word);
            boolean fits =
                    unit.isMeasure()
                            ? Lexicon.UNIT_MODIFIER.has(lower)
                            : Lexicon.PORTION_MODIFIER.has(lower) || Lexicon.SIZE.has(lower);
            if (!fits) {
                return false;
            }
        }
        return false;
    }

    private static int modifierEnd(Reading line, int i) {
        int end = i;
        while (end < i + 2
                && (Lexicon.UNIT_MODIFIER.has(line.lower(end))
                        || Lexicon.PORTION_MODIFIER.has(line.lower(end)))) {
            end++;
        }
        return end;
    }

    /// The place after "large", "very large", "medium to large"; `i` where no size stands.
    static int sizeEnd(Reading line, int i) {
        int end = Lexicon.SIZE_INTENSIFIER.has(line.lower(i)) ? i + 1 : i;
        if (!Lexicon.SIZE.has(line.lower(end))) {
            return i;
        }
        boolean span = line.lower(end + 1).equals("to") || line.lower(end + 1).equals("or");
        return span && Lexicon.SIZE.has(line.lower(end + 2)) ? end + 3 : end + 1;
    }

    private static UnitMatch sizeAlone(Reading line, int from, int end) {
        String text = words(line, from, end);
        return new UnitMatch(text, new Unit.Portion(text), end);
    }

    private static UnitMatch prefixed(Reading line, int from, UnitMatch unit) {
        int words = unit.end();
        while (words > from
                && !at(line, words - 1).map(m -> m.unit().equals(unit.unit())).orElse(false)) {
            words--;
        }
        String text = words(line, from, words - 1) + " " + unit.text();
        return new UnitMatch(text, new Unit.Portion(text), unit.end());
    }

    private static String words(Reading line, int from, int end) {
        StringBuilder words = new StringBuilder();
        for (int i = from; i < end; i++) {
            words.append(words.isEmpty() ? "" : " ").append(line.lower(i));
        }
        return words.toString();
    }
}

package dev.makeline.recipe.line;

import dev.makeline.recipe.line.Reading.Found.FoundNumber;
import dev.makeline.recipe.line.Reading.Found.FoundUnit;
import dev.makeline.recipe.quantity.Dimension;
import dev.makeline.recipe.quantity.Unit;
import java.util.Optional;
import java.util.Set;

/// Amounts wherever they stand: in brackets, between commas, after the name.
final class AmountPhrases {

    private static final Set<String> TIMES = Set.of("x", "×");
    private static final Set<String> DOZENS = Set.of("dozen", "dozens");
    private static final Set<String> BEFORE_AMOUNT =
            Set.of("total", "of", "from", "a", "just", "under", "over");
    private static final Set<String> AFTER_AMOUNT =
            Set.of(
                    "each",
                    "or",
                    "total",
                    "altogether",
                    "apiece",
                    "plus",
                    "in",
                    "per",
                    "after",
                    "/");

    private final Reading line;

    AmountPhrases(Reading line) {
        this.line = line;
    }

    /// Reads a bracket: an amount in it counts, the rest of it is comment.
    void bracket() {
        int end = line.afterBracket(line.at());
        line.skip();
        if (isAmountAlone(end)) {
            read(end);
        }
        while (line.at() < end) {
            if (line.isWord(line.at()) || line.isNumber(line.at())) {
                clause(line.clauseEnd(line.at()));
            } else if (line.isSeparator(line.at())) {
                line.mark(Field.COMMENT);
            } else {
                line.skip();
            }
        }
    }

    /// "(peeled and diced)" is preparation, "(peeled shrimp can be used)" is not.
    private void clause(int end) {
        int prepared = PreparationWords.phraseEnd(line, line.at());
        String next = line.lower(prepared);
        boolean preparation =
                prepared > line.at()
                        && (prepared >= end
                                || next.equals("and")
                                || NameEnd.isPreposition(next)
                                || Lexicon.ADVERB.has(next));
        line.mark(preparation ? Field.PREPARATION : Field.COMMENT, Math.max(end, prepared));
    }

    /// Reads an amount such as "about 3 ounces" where one starts here.
    ///
    /// @return whether there was one
    boolean read(int end) {
        int start = afterAbout(line.at());
        boolean counted = start > line.at() && line.isNumber(start) && start == end - 2;
        if (start >= end || isLength(start) || !(starts(start) || counted)) {
            return false;
        }
        line.mark(Field.COMMENT, start);
        while (line.at() < end && line.isNumber(line.at())) {
            takeNumber();
        }
        UnitMatch.withSize(line, line.at()).ifPresent(this::takeUnit);
        UnitMatch.at(line, line.at())
                .filter(unit -> Lexicon.PORTION_AFTER_MEASURE.has(line.lower(unit.end() - 1)))
                .ifPresent(this::takeUnit);
        boolean smallerUnit = line.at() < end && starts(line.at());
        boolean sameAgain = line.lower(line.at()).equals("/") && starts(line.at() + 1);
        if (sameAgain) {
            line.mark(Field.COMMENT);
        }
        return !(smallerUnit || sameAgain) || read(end);
    }

    /// Whether a number with a unit stands at `i`.
    boolean starts(int i) {
        int unit = afterNumbers(i);
        return unit > i && UnitMatch.withSize(line, unit).isPresent();
    }

    /// Whether an amount of food, no length, starts at `i` or after "about".
    boolean startsAfterAbout(int i) {
        int start = afterAbout(i);
        return starts(start) && !isLength(start);
    }

    /// The place after "about", "just over" and the like; `i` where nothing of the sort stands.
    int afterAbout(int i) {
        int next = i;
        while (Lexicon.ABOUT.has(line.lower(next)) || BEFORE_AMOUNT.contains(line.lower(next))) {
            next++;
        }
        return next;
    }

    /// Whether "x" or "×" stands between two numbers.
    static boolean isTimes(Reading line, int i) {
        return TIMES.contains(line.lower(i)) && line.isNumber(i - 1) && line.isNumber(i + 1);
    }

    void takeNumber() {
        int place = line.at();
        Token.Numeral value = (Token.Numeral) line.token(place);
        boolean dozens = DOZENS.contains(line.lower(place + 1));
        String text = value.decimalText() + (dozens ? " dozen" : "");
        line.found().add(new FoundNumber(value, text, dozens, place));
        line.mark(Field.QUANTITY, dozens ? place + 2 : place + 1);
    }

    void takeUnit(UnitMatch match) {
        line.found().add(new FoundUnit(match, line.at()));
        line.mark(Field.UNIT, match.end());
    }

    /// Reads the number of "Onions 2" and "Onions - 2", the only one of the line and its end.
    ///
    /// @return whether there was one
    boolean readCount() {
        int last = line.at();
        boolean alone =
                last + 1 == line.size()
                        && line.isNumber(last)
                        && line.found().isEmpty()
                        && !line.lower(last - 1).equals("/");
        if (!alone) {
            return false;
        }
        takeNumber();
        return true;
    }

    /// Whether a bracket holds an amount and no food of its own: "(about 3 ounces each)", unlike
    /// "(1 leaf of fresh celery)".
    private boolean isAmountAlone(int end) {
        int start = afterAbout(line.at());
        int next = afterNumbers(start);
        boolean countAlone = start > line.at() && next == start + 1 && next == end - 1;
        if (next == start || countAlone) {
            return countAlone;
        }
        Optional<UnitMatch> unit = UnitMatch.withSize(line, next);
        if (unit.isEmpty()) {
            return false;
        }
        int after = unit.get().end();
        if (Lexicon.PORTION_AFTER_MEASURE.has(line.lower(after))) {
            after++;
        }
        return !(line.isWord(after) || line.isNumber(after))
                || starts(after)
                || AFTER_AMOUNT.contains(line.lower(after));
    }

    /// "about 2 inches long" tells a shape, no amount of food.
    boolean isLength(int i) {
        return UnitMatch.at(line, afterNumbers(i))
                .filter(match ->
                        match.unit() instanceof Unit.Measure measure
                                && measure.dimension() == Dimension.LENGTH)
                .isPresent();
    }

    private int afterNumbers(int i) {
        int next = i;
        while (line.isNumber(next)) {
            next++;
        }
        return next;
    }
}

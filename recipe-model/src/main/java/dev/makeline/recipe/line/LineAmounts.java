package dev.makeline.recipe.line;

import dev.makeline.recipe.line.LineAmount.Role;
import dev.makeline.recipe.line.Reading.Found;
import dev.makeline.recipe.line.Reading.Found.FoundNumber;
import dev.makeline.recipe.line.Reading.Found.FoundUnit;
import dev.makeline.recipe.quantity.Amount;
import dev.makeline.recipe.quantity.Dimension;
import dev.makeline.recipe.quantity.Rational;
import dev.makeline.recipe.quantity.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Makes amounts of the numbers and units found in a line.
final class LineAmounts {

    private static final Rational DOZEN = Rational.of(12);
    private static final Set<String> SOLD_IN =
            Set.of(
                    "can",
                    "jar",
                    "bottle",
                    "package",
                    "packet",
                    "box",
                    "bag",
                    "carton",
                    "container",
                    "envelope",
                    "tub",
                    "tube",
                    "pouch");

    private final Reading line;
    private final List<LineAmount> amounts = new ArrayList<>();
    private int next;

    private LineAmounts(Reading line) {
        this.line = line;
    }

    static List<LineAmount> of(Reading line) {
        LineAmounts reading = new LineAmounts(line);
        while (reading.next < line.found().size()) {
            reading.one();
        }
        reading.amounts.addAll(Math.min(1, reading.amounts.size()), line.corrections());
        return ImperialMeasure.settle(reading.amounts);
    }

    private void one() {
        switch (line.found().get(next)) {
            case FoundNumber count when isNumber(next + 1) && !isApart(next) -> composite(count);
            case FoundNumber value -> single(value);
            case FoundUnit unit -> alone(unit);
        }
    }

    /// "2 14-ounce cans", "2 1-pound lobsters".
    private void composite(FoundNumber count) {
        FoundNumber size = (FoundNumber) line.found().get(next + 1);
        boolean sized = isUnit(next + 2);
        Unit each = sized ? unit(next + 2) : Unit.PIECE;
        boolean contained = sized && isUnit(next + 3) && isPortion(next + 3);
        Unit counted = contained ? unit(next + 3) : Unit.PIECE;
        add(count, counted, amounts.isEmpty() ? Role.TOTAL : Role.EQUIVALENT);
        add(size, each, Role.EACH);
        next += contained ? 4 : sized ? 3 : 2;
    }

    private void single(FoundNumber value) {
        boolean measured = isUnit(next + 1);
        Unit unit = measured ? unit(next + 1) : Unit.PIECE;
        if (measured && continues(value, unit)) {
            LineAmount begun = amounts.removeLast();
            Amount whole = begun.amount().in(unit).flatMap(amount(value, unit)::plus).orElseThrow();
            amounts.add(new LineAmount(whole, begun.role(), begun.approximate()));
        } else {
            add(value, unit, role(value));
        }
        next += measured ? 2 : 1;
    }

    /// "1 lb 2 oz" is one amount in two units.
    private boolean continues(FoundNumber value, Unit unit) {
        return !amounts.isEmpty()
                && isUnit(next - 1)
                && ((FoundUnit) line.found().get(next - 1)).match().end() == value.place()
                && amounts.getLast().amount().unit() instanceof Unit.Measure larger
                && unit instanceof Unit.Measure smaller
                && larger.dimension() == smaller.dimension()
                && larger.dimension() != Dimension.LENGTH
                && smaller.factor().compareTo(larger.factor()) < 0;
    }

    /// "Pinch of salt" is one pinch; how many "sprigs" are is not said. A second unit, as in "1
    /// pound package", adds nothing.
    private void alone(FoundUnit unit) {
        boolean one =
                amounts.isEmpty()
                        && line.lower(unit.match().end() - 1).equals(lastWord(unit.match().text()));
        if (one) {
            Amount amount = Amount.of(Rational.ONE, unit.match().unit());
            amounts.add(new LineAmount(amount, Role.TOTAL, false));
        }
        next++;
    }

    private Role role(FoundNumber value) {
        if (amounts.isEmpty()) {
            return Role.TOTAL;
        }
        Unit first = amounts.getFirst().amount().unit();
        boolean eachSaid = isEachSaid(value.place());
        boolean content =
                SOLD_IN.contains(first.name()) && isUnit(next + 1) && !isPortion(next + 1);
        return eachSaid || content || isSizeInBracket(value) ? Role.EACH : Role.EQUIVALENT;
    }

    /// "4 (6-ounce) fillets"
    private boolean isSizeInBracket(FoundNumber value) {
        return isNumber(next - 1)
                && isUnit(next + 1)
                && line.isOpen(value.place() - 1)
                && ((FoundNumber) line.found().get(next - 1)).place() == value.place() - 2;
    }

    private boolean isEachSaid(int number) {
        for (int i = Math.max(number - 2, 0); i < number + 4; i++) {
            if (line.lower(i).equals("each") || line.lower(i).equals("apiece")) {
                return true;
            }
        }
        return false;
    }

    private void add(FoundNumber number, Unit unit, Role role) {
        amounts.add(new LineAmount(amount(number, unit), role, isAbout(number.place())));
    }

    private boolean isAbout(int number) {
        return Lexicon.ABOUT.has(line.lower(number - 1))
                || (line.isWord(number - 1) && Lexicon.ABOUT.has(line.lower(number - 2)));
    }

    private static Amount amount(FoundNumber number, Unit unit) {
        Amount amount = new Amount(number.number().low(), number.number().high(), unit);
        return number.dozens() ? amount.times(DOZEN) : amount;
    }

    /// Whether words stand between two numbers; the bracket of "1 (14 oz) can" does not part them.
    private boolean isApart(int i) {
        int place = ((FoundNumber) line.found().get(i)).place();
        int gap = ((FoundNumber) line.found().get(i + 1)).place() - place;
        if (AmountPhrases.isTimes(line, place + 1)) {
            return false;
        }
        boolean bracketed = gap == 2 && line.isOpen(place + 1);
        boolean contained = isUnit(i + 2) && isUnit(i + 3) && isPortion(i + 3);
        return gap > 1 && !(bracketed && contained);
    }

    private boolean isNumber(int i) {
        return i >= 0 && i < line.found().size() && line.found().get(i) instanceof FoundNumber;
    }

    private boolean isUnit(int i) {
        return i >= 0 && i < line.found().size() && line.found().get(i) instanceof FoundUnit;
    }

    private boolean isPortion(int i) {
        return ((FoundUnit) line.found().get(i)).match().isPortion();
    }

    private Unit unit(int i) {
        Found found = line.found().get(i);
        return ((FoundUnit) found).match().unit();
    }

    private static String lastWord(String text) {
        return text.substring(text.lastIndexOf(' ') + 1);
    }
}

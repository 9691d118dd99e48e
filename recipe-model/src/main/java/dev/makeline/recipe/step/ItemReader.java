package dev.makeline.recipe.step;

import dev.makeline.recipe.quantity.Amount;
import dev.makeline.recipe.quantity.Rational;
import dev.makeline.recipe.quantity.Unit;
import dev.makeline.recipe.quantity.Units;
import dev.makeline.recipe.step.StepToken.Mark;
import dev.makeline.recipe.step.StepToken.Numeral;
import dev.makeline.recipe.step.StepToken.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the tokens of a step as words and quantities, in one pass.
final class ItemReader {

    private static final Rational COLDEST_OVEN = Rational.of(100);
    private static final Rational HOTTEST_OVEN = Rational.of(600);

    private final String text;
    private final List<StepToken> tokens;
    private final List<StepItem> items = new ArrayList<>();
    private int at;

    private ItemReader(String text) {
        this.text = text;
        this.tokens = NumberJoining.join(StepTokenizer.tokens(text));
        this.at = StepNumber.endIn(tokens);
    }

    static List<StepItem> items(String text) {
        ItemReader reader = new ItemReader(text);
        while (reader.at < reader.tokens.size()) {
            reader.next();
        }
        return reader.items;
    }

    private void next() {
        switch (tokens.get(at)) {
            case Mark _ -> at++;
            case Numeral number -> number(number);
            case Word word -> word(word);
        }
    }

    private void number(Numeral number) {
        Optional<PanSize> size = PanSize.at(text, tokens, at);
        if (size.isPresent()) {
            size.get().sides().forEach(side -> add(QuantityKind.LENGTH, side, size.get().unit()));
            at = size.get().end();
            return;
        }
        Optional<UnitAfter> unit = UnitAfter.at(text, tokens, at).or(() -> unitOfFraction(number));
        if (unit.isPresent()) {
            add(number, unit.get());
        } else if (isOvenTemperature(number)) {
            add(number, new UnitAfter(UnitAfter.DEGREE, at + 1));
        } else {
            add(number, new UnitAfter(Unit.PIECE, at + 1));
        }
    }

    private void word(Word word) {
        if (isGasMark()) {
            int numeral = tokens.get(at + 1) instanceof Numeral ? at + 1 : at + 2;
            Numeral mark = (Numeral) tokens.get(numeral);
            add(
                    new Numeral(mark.low(), mark.high(), false, word.start(), mark.end()),
                    new UnitAfter(Units.GAS_MARK, numeral + 1));
        } else if (word.lower().equals("twice")) {
            add(
                    Numeral.of(Rational.of(2), false, word.start(), word.end()),
                    new UnitAfter(UnitAfter.TIMES, at + 1));
        } else if (isArticle(word)) {
            article(word);
        } else {
            at = WordReader.read(tokens, at, items);
        }
    }

    /// "An hour" is one hour; an article before anything else says nothing.
    private void article(Word article) {
        Optional<UnitAfter> unit = UnitAfter.spelled(text, tokens, at + 1);
        if (unit.isPresent() && !isUsedAsWord(unit.get().unit())) {
            add(Numeral.of(Rational.ONE, false, article.start(), article.end()), unit.get());
        } else {
            at++;
        }
    }

    private static boolean isUsedAsWord(Unit unit) {
        return !(unit instanceof Unit.Measure);
    }

    private static boolean isArticle(Word word) {
        return word.lower().equals("a") || word.lower().equals("an");
    }

    /// "Half an hour"
    private Optional<UnitAfter> unitOfFraction(Numeral number) {
        boolean article =
                TokenText.isWord(tokens, at + 1, "a") || TokenText.isWord(tokens, at + 1, "an");
        return number.fraction() && article
                ? UnitAfter.spelled(text, tokens, at + 2)
                : Optional.empty();
    }

    private boolean isGasMark() {
        boolean gas = TokenText.isWord(tokens, at, "gas");
        boolean mark = TokenText.isWord(tokens, gas ? at + 1 : at, "mark");
        int number = at + (gas ? 1 : 0) + (mark ? 1 : 0);
        return (gas || mark)
                && TokenText.isInside(tokens, number)
                && tokens.get(number) instanceof Numeral;
    }

    /// "Preheat the oven to 350."
    private boolean isOvenTemperature(Numeral number) {
        boolean oven =
                number.low().compareTo(COLDEST_OVEN) >= 0
                        && number.high().compareTo(HOTTEST_OVEN) <= 0;
        boolean announced =
                TokenText.isWord(tokens, at - 1, "to") || TokenText.isWord(tokens, at - 1, "at");
        boolean alone =
                !TokenText.isInside(tokens, at + 1)
                        || !(tokens.get(at + 1) instanceof Word after)
                        || WordList.AFTER_TEMPERATURE.contains(after.lower());
        return oven && announced && alone;
    }

    private void add(Numeral number, UnitAfter unit) {
        int end = Math.max(number.end(), tokens.get(unit.end() - 1).end());
        QuantityKind kind =
                unit.unit().equals(UnitAfter.DEGREE)
                        ? QuantityKind.TEMPERATURE
                        : QuantityKind.of(unit.unit());
        add(
                kind,
                new Numeral(number.low(), number.high(), false, number.start(), end),
                unit.unit());
        at = unit.end();
    }

    private void add(QuantityKind kind, Numeral number, Unit unit) {
        dropBefore(kind);
        items.add(
                new StepQuantity(
                        kind,
                        List.of(new Amount(number.low(), number.high(), unit)),
                        text.substring(number.start(), number.end()),
                        new TextPlace(0, number.start(), number.end())));
    }

    /// "For about ten minutes" is ten minutes.
    private void dropBefore(QuantityKind kind) {
        while (!items.isEmpty()
                && items.getLast() instanceof StepWord word
                && (WordList.ABOUT.contains(word.spelling())
                        || (kind == QuantityKind.TIME && word.spelling().equals("for")))) {
            items.removeLast();
        }
    }
}

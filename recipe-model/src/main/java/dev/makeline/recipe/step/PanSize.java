package dev.makeline.recipe.step;

import dev.makeline.recipe.quantity.Dimension;
import dev.makeline.recipe.quantity.Unit;
import dev.makeline.recipe.step.StepToken.Numeral;
import java.util.List;
import java.util.Optional;

/// A size of two sides: `9 x 13-inch`, `9×13`, `23 cm by 33 cm`.
///
/// @param sides the smaller first, so that 13 × 9 is 9 × 13
/// @param unit [Unit#PIECE] when none is written
/// @param end index of the token after it
record PanSize(List<Numeral> sides, Unit unit, int end) {

    static Optional<PanSize> at(String text, List<StepToken> tokens, int first) {
        Optional<UnitAfter> own = UnitAfter.at(text, tokens, first);
        int times = own.map(UnitAfter::end).orElse(first + 1);
        int second = times + 1;
        if (own.filter(unit -> !isLength(unit.unit())).isPresent()
                || !isTimes(tokens, times)
                || !TokenText.isInside(tokens, second)
                || !(tokens.get(second) instanceof Numeral other)) {
            return Optional.empty();
        }
        Optional<UnitAfter> unit = UnitAfter.at(text, tokens, second);
        if (unit.filter(known -> !isLength(known.unit())).isPresent()
                && !(unit.get().unit() instanceof Unit.Portion)) {
            return Optional.empty();
        }
        Optional<UnitAfter> length = unit.filter(known -> isLength(known.unit()));
        return Optional.of(
                new PanSize(
                        ascending((Numeral) tokens.get(first), other),
                        length.or(() -> own).map(UnitAfter::unit).orElse(Unit.PIECE),
                        length.map(UnitAfter::end).orElse(second + 1)));
    }

    private static List<Numeral> ascending(Numeral one, Numeral other) {
        return one.low().compareTo(other.low()) <= 0 ? List.of(one, other) : List.of(other, one);
    }

    private static boolean isTimes(List<StepToken> tokens, int i) {
        return TokenText.isWord(tokens, i, "x")
                || TokenText.isWord(tokens, i, "by")
                || TokenText.isMark(tokens, i, '×')
                || TokenText.isMark(tokens, i, '*');
    }

    private static boolean isLength(Unit unit) {
        return unit instanceof Unit.Measure measure && measure.dimension() == Dimension.LENGTH;
    }
}

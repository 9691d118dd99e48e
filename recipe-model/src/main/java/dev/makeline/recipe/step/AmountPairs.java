package dev.makeline.recipe.step;

import dev.makeline.recipe.quantity.Amount;
import java.util.List;
import java.util.function.UnaryOperator;

/// The amounts of two quantities, each of which may be restated: those of the same unit are
/// compared with each other, so that 350 °F (177 °C) is not 375 °F (177 °C).
///
/// @param sameUnit pairs of the same unit
/// @param all pairs of all amounts, as written first to last
record AmountPairs(QuantityKind kind, List<Pair> sameUnit, List<Pair> all) {

    record Pair(Amount recipe, Amount make) {}

    /// @param expected what the recipe's amount should be in the make
    static AmountPairs of(StepQuantity recipe, StepQuantity make, UnaryOperator<Amount> expected) {
        List<Pair> all =
                recipe.amounts().stream()
                        .map(expected)
                        .flatMap(own -> make.amounts().stream().map(made -> new Pair(own, made)))
                        .toList();
        List<Pair> sameUnit =
                all.stream()
                        .filter(pair -> pair.recipe().unit().equals(pair.make().unit()))
                        .toList();
        return new AmountPairs(recipe.kind(), sameUnit, all);
    }

    boolean isSame() {
        List<Pair> compared = sameUnit.isEmpty() ? all : sameUnit;
        return compared.stream()
                        .anyMatch(pair -> CooksRounding.same(kind, pair.recipe(), pair.make()))
                && sameUnit.stream()
                        .allMatch(pair -> CooksRounding.near(kind, pair.recipe(), pair.make()));
    }

    /// The pair that shows the difference best: the first of one unit that is not the same.
    Pair different() {
        return sameUnit.stream()
                .filter(pair -> !CooksRounding.same(kind, pair.recipe(), pair.make()))
                .findFirst()
                .orElse(all.getFirst());
    }
}

package dev.makeline.recipe.step;

import dev.makeline.recipe.quantity.Amount;
import java.util.ArrayList;
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
        List<Pair> all = new ArrayList<>();
        List<Pair> sameUnit = new ArrayList<>();
        for (Amount own : recipe.amounts()) {
            Amount asked = expected.apply(own);
            for (Amount made : make.amounts()) {
                Pair pair = new Pair(asked, made);
                all.add(pair);
                if (asked.unit().equals(made.unit())) {
                    sameUnit.add(pair);
                }
            }
        }
        return new AmountPairs(recipe.kind(), sameUnit, all);
    }

    boolean isSame() {
        return isAnySame(sameUnit.isEmpty() ? all : sameUnit) && areNear();
    }

    private boolean isAnySame(List<Pair> compared) {
        for (Pair pair : compared) {
            if (CooksRounding.same(kind, pair.recipe(), pair.make())) {
                return true;
            }
        }
        return false;
    }

    private boolean areNear() {
        for (Pair pair : sameUnit) {
            if (!CooksRounding.near(kind, pair.recipe(), pair.make())) {
                return false;
            }
        }
        return true;
    }

    /// The pair that shows the difference best: the first of one unit that is not the same.
    Pair different() {
        return sameUnit.stream()
                .filter(pair -> !CooksRounding.same(kind, pair.recipe(), pair.make()))
                .findFirst()
                .orElse(all.getFirst());
    }
}

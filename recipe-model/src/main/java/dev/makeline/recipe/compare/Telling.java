package dev.makeline.recipe.compare;

import dev.makeline.recipe.quantity.AmountText;
import dev.makeline.recipe.quantity.Rational;
import dev.makeline.recipe.quantity.Unit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Gathers what is said otherwise and is no difference. Confined to one comparison.
final class Telling {

    private static final Rational MANY = Rational.of(2);

    private final List<Told> told = new ArrayList<>();
    private final Set<String> units = new LinkedHashSet<>();

    void scaled(BatchFactor batch) {
        if (!batch.isOne()) {
            told.add(new Told("scaled", "Made " + batch.spoken() + "."));
        }
    }

    void otherOrder(IngredientMatch match) {
        int last = -1;
        for (IngredientPair pair : match.pairs()) {
            if (pair.make().index() < last) {
                told.add(new Told("other-order", "The ingredients are in another order."));
                return;
            }
            last = pair.make().index();
        }
    }

    void sameAmount(IngredientPair pair, AmountOutcome.Same same) {
        same.otherUnit().ifPresent(unit -> otherUnit(pair, unit));
        same.density()
                .ifPresent(density ->
                        told.add(
                                new Told(
                                        "by-density",
                                        "Volume and mass of %s were compared by the %s."
                                                .formatted(
                                                        Wording.name(pair.make().name()),
                                                        density.source()))));
    }

    private void otherUnit(IngredientPair pair, Unit unit) {
        String name = unit.equals(Unit.PIECE) ? "pieces" : unitName(unit);
        units.add(name);
        told.add(
                new Told(
                        "other-unit",
                        "%s: the same amount in %s."
                                .formatted(
                                        Wording.capitalised(Wording.name(pair.make().name())),
                                        name)));
    }

    private static String unitName(Unit unit) {
        return unit instanceof Unit.Measure measure
                ? AmountText.plural(measure.name(), MANY)
                : Wording.clipped(AmountText.unit(unit, MANY));
    }

    void morePrecise(IngredientPair pair) {
        told.add(
                new Told(
                        "more-precise",
                        "%s for %s: one says it more precisely."
                                .formatted(
                                        Wording.capitalised(Wording.name(pair.make().name())),
                                        Wording.name(pair.recipe().name()))));
    }

    List<Told> told() {
        return told;
    }

    /// The make's units where they are not the recipe's, in the plural.
    List<String> units() {
        return List.copyOf(units);
    }
}

package dev.makeline.recipe.compare;

import dev.makeline.recipe.quantity.AmountText;
import dev.makeline.recipe.quantity.Rational;
import dev.makeline.recipe.quantity.TemperatureScale;
import dev.makeline.recipe.quantity.Unit;
import dev.makeline.recipe.step.QuantityKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Gathers what is said otherwise and is no difference. Confined to one comparison.
final class Telling {

    private static final Rational MANY = Rational.of(2);

    private final List<Told> told = new ArrayList<>();
    private final Set<String> units = new LinkedHashSet<>();
    private final List<String> restated = new ArrayList<>();
    private final Set<String> stepUnits = new LinkedHashSet<>();
    private final Set<String> restatedInSteps = new LinkedHashSet<>();
    private int measured;

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

    /// Both say how much of an ingredient.
    void measured() {
        measured++;
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
        restated.add(Wording.name(pair.make().name()));
        told.add(
                new Told(
                        "other-unit",
                        "%s: the same amount in %s."
                                .formatted(
                                        Wording.capitalised(Wording.name(pair.make().name())),
                                        name)));
    }

    /// @param steps such as `step 3`
    void otherUnitInSteps(String steps, QuantityKind kind, Unit unit) {
        String name = unitName(unit);
        String what = StepWording.named(kind);
        stepUnits.add(name);
        restatedInSteps.add(what + "s");
        told.add(
                new Told(
                        "other-unit",
                        "%s: the same %s in %s."
                                .formatted(Wording.capitalised(steps), what, name)));
    }

    private static String unitName(Unit unit) {
        return switch (unit) {
            case Unit.Measure measure -> AmountText.plural(measure.name(), MANY);
            case Unit.Degree(TemperatureScale scale) -> scale.inWords();
            case Unit.Portion _, Unit.Unknown _ -> Wording.clipped(AmountText.unit(unit, MANY));
        };
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

    /// Quantities in steps count as few: a recipe has one or two.
    OtherUnits otherUnits() {
        if (!restated.isEmpty() && 2 * restated.size() >= measured) {
            return new OtherUnits(List.copyOf(units), List.of());
        }
        List<String> few = new ArrayList<>(restated);
        few.addAll(restatedInSteps);
        Set<String> all = new LinkedHashSet<>(units);
        all.addAll(stepUnits);
        return new OtherUnits(List.copyOf(all), few);
    }
}

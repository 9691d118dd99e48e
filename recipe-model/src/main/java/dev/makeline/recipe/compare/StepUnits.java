package dev.makeline.recipe.compare;

import dev.makeline.recipe.quantity.Amount;
import dev.makeline.recipe.quantity.Unit;
import dev.makeline.recipe.step.QuantityChange;
import dev.makeline.recipe.step.QuantityKind;
import dev.makeline.recipe.step.StepComparison;
import dev.makeline.recipe.step.StepQuantity;
import dev.makeline.recipe.step.StepReading;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds in which other units a step of a make says the same quantities.
final class StepUnits {

    private final List<StepQuantity> recipe;
    private final List<StepQuantity> make;
    private final StepComparison comparison;

    private StepUnits(
            List<StepQuantity> recipe, List<StepQuantity> make, StepComparison comparison) {
        this.recipe = recipe;
        this.make = make;
        this.comparison = comparison;
    }

    /// @param comparison of the two
    static StepUnits of(
            List<StepReading> recipe, List<StepReading> make, StepComparison comparison) {
        return new StepUnits(quantities(recipe), quantities(make), comparison);
    }

    /// The make's unit for quantities of a kind, where it is none of the recipe's for that kind and
    /// none of these quantities was changed.
    Optional<Unit> other(QuantityKind kind) {
        Set<Unit> asked = units(recipe, kind);
        Set<Unit> used = units(make, kind);
        return asked.isEmpty() || used.stream().anyMatch(asked::contains) || isChanged(kind)
                ? Optional.empty()
                : used.stream().findFirst();
    }

    private boolean isChanged(QuantityKind kind) {
        return comparison.changes().stream()
                .anyMatch(change ->
                        change instanceof QuantityChange quantity
                                && quantity.recipe().kind() == kind);
    }

    /// Without portions, and degrees whose scale nobody says.
    private static Set<Unit> units(List<StepQuantity> quantities, QuantityKind kind) {
        return quantities.stream()
                .filter(quantity -> quantity.kind() == kind)
                .flatMap(quantity -> quantity.amounts().stream())
                .map(Amount::unit)
                .filter(unit -> unit instanceof Unit.Measure || unit instanceof Unit.Degree)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<StepQuantity> quantities(List<StepReading> texts) {
        return texts.stream().flatMap(text -> text.quantities().stream()).toList();
    }
}

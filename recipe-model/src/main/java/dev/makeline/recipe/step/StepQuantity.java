package dev.makeline.recipe.step;

import dev.makeline.recipe.quantity.Amount;
import java.util.List;
import java.util.Objects;

/// A number in a step, with its unit.
///
/// @param amounts the amount as first written, then the same amount as restated: 350 °F and 180 °C
///   for "350°F (180°C)"
/// @param text as written
public record StepQuantity(QuantityKind kind, List<Amount> amounts, String text, TextPlace place)
        implements StepItem {

    public StepQuantity {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(place, "place");
        amounts = List.copyOf(amounts);
        if (amounts.isEmpty()) {
            throw new IllegalArgumentException("A quantity needs an amount: " + text);
        }
    }

    public Amount amount() {
        return amounts.getFirst();
    }
}

package dev.makeline.recipe.step;

import java.util.List;
import java.util.Objects;

/// The text of a step, taken apart. Reading never fails; it takes time in proportion to the text.
///
/// @param text as it was given
/// @param items words and quantities in order, without articles, `and` and a leading step number;
///   "about" before a quantity belongs to nothing
public record StepReading(String text, List<StepItem> items) {

    public StepReading {
        Objects.requireNonNull(text, "text");
        items = List.copyOf(items);
    }

    public static StepReading read(String text) {
        return new StepReading(text, ItemJoining.join(text, ItemReader.items(text)));
    }

    public List<StepWord> words() {
        return items.stream().filter(StepWord.class::isInstance).map(StepWord.class::cast).toList();
    }

    public List<StepQuantity> quantities() {
        return items.stream()
                .filter(StepQuantity.class::isInstance)
                .map(StepQuantity.class::cast)
                .toList();
    }
}

package dev.makeline.recipe.step;

import java.util.ArrayList;
import java.util.List;

/// What one or several texts say, read as one.
record SaidTogether(List<String> texts, List<StepItem> items) {

    static SaidTogether of(List<StepReading> readings) {
        List<StepItem> items = new ArrayList<>();
        List<String> texts = new ArrayList<>(readings.size());
        for (int i = 0; i < readings.size(); i++) {
            texts.add(readings.get(i).text());
            for (StepItem item : readings.get(i).items()) {
                items.add(inText(item, i));
            }
        }
        return new SaidTogether(texts, items);
    }

    String text() {
        return String.join(" ", texts);
    }

    List<StepQuantity> quantities() {
        List<StepQuantity> quantities = new ArrayList<>();
        for (StepItem item : items) {
            if (item instanceof StepQuantity quantity) {
                quantities.add(quantity);
            }
        }
        return quantities;
    }

    /// All that it says but the size of quantities.
    List<String> shape() {
        List<String> shape = new ArrayList<>(items.size());
        for (StepItem item : items) {
            shape.add(
                    switch (item) {
                        case StepWord word -> word.stem();
                        case StepQuantity quantity -> "#" + quantity.kind();
                    });
        }
        return shape;
    }

    private static StepItem inText(StepItem item, int text) {
        return switch (item) {
            case StepWord word ->
                    new StepWord(word.stem(), word.spelling(), word.place().inText(text));
            case StepQuantity quantity ->
                    new StepQuantity(
                            quantity.kind(),
                            quantity.amounts(),
                            quantity.text(),
                            quantity.place().inText(text));
        };
    }
}

package dev.makeline.recipe.step;

import java.util.ArrayList;
import java.util.List;

/// What one or several texts say, read as one.
record SaidTogether(List<String> texts, List<StepItem> items) {

    static SaidTogether of(List<String> texts) {
        List<StepItem> items = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            for (StepItem item : StepReading.read(texts.get(i)).items()) {
                items.add(inText(item, i));
            }
        }
        return new SaidTogether(List.copyOf(texts), items);
    }

    String text() {
        return String.join(" ", texts);
    }

    List<StepQuantity> quantities() {
        return items.stream()
                .filter(StepQuantity.class::isInstance)
                .map(StepQuantity.class::cast)
                .toList();
    }

    /// All that it says but the size of quantities.
    List<String> shape() {
        return items.stream()
                .map(item ->
                        switch (item) {
                            case StepWord word -> word.stem();
                            case StepQuantity quantity -> "#" + quantity.kind();
                        })
                .toList();
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

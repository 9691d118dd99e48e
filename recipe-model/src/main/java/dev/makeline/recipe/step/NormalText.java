package dev.makeline.recipe.step;

import java.util.List;
import java.util.StringJoiner;

/// A step's text without what makes no difference: case, articles, punctuation, forms of a word.
final class NormalText {

    private NormalText() {}

    static String of(StepReading reading) {
        StringJoiner text = new StringJoiner(" ");
        for (StepItem item : reading.items()) {
            text.add(of(item));
        }
        return text.toString();
    }

    /// The same without the size of quantities.
    static String shape(StepReading reading) {
        StringJoiner shape = new StringJoiner(" ");
        for (StepItem item : reading.items()) {
            shape.add(
                    switch (item) {
                        case StepWord word -> word.stem();
                        case StepQuantity quantity -> "#" + quantity.kind();
                    });
        }
        return shape.toString();
    }

    private static String of(StepItem item) {
        return switch (item) {
            case StepWord word -> word.stem();
            case StepQuantity quantity -> quantity.kind() + " " + quantity.amount();
        };
    }

    /// An order of lists that depends on nothing but their texts.
    static int order(List<String> one, List<String> other) {
        int bySize = Integer.compare(one.size(), other.size());
        for (int i = 0; bySize == 0 && i < one.size(); i++) {
            int byText = one.get(i).compareTo(other.get(i));
            if (byText != 0) {
                return byText;
            }
        }
        return bySize;
    }
}

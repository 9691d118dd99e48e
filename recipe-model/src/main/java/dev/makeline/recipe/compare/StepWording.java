package dev.makeline.recipe.compare;

import dev.makeline.recipe.step.QuantityKind;
import java.util.Locale;
import java.util.regex.Pattern;

/// Recognizes what a temperature in a step is of.
final class StepWording {

    private static final Pattern OVEN =
            Pattern.compile("\\b(oven|bake|roast|preheat|pre-heat|broil)\\b");

    private StepWording() {}

    static boolean isOven(QuantityKind quantity, String text) {
        return quantity == QuantityKind.TEMPERATURE
                && OVEN.matcher(text.toLowerCase(Locale.ROOT)).find();
    }
}

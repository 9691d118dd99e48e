package dev.makeline.recipe.compare;

import dev.makeline.recipe.step.QuantityKind;
import java.util.Locale;
import java.util.regex.Pattern;

/// How quantities in steps are spoken of.
final class StepWording {

    private static final Pattern OVEN =
            Pattern.compile("\\b(oven|bake|roast|preheat|pre-heat|broil)\\b");

    private StepWording() {}

    static String named(QuantityKind kind) {
        return switch (kind) {
            case TIME -> "time";
            case TEMPERATURE -> "temperature";
            case LENGTH -> "length";
            case AMOUNT -> "amount";
            case COUNT -> "count";
        };
    }

    static boolean isOven(QuantityKind quantity, String text) {
        return quantity == QuantityKind.TEMPERATURE
                && OVEN.matcher(text.toLowerCase(Locale.ROOT)).find();
    }
}

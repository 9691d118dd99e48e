package dev.makeline.server.page.difference;

import java.util.Arrays;
import java.util.Optional;

/// How amounts of ingredients are written on both sides.
public enum Amounts {
    /// The recipe's in the size of the make and in its units, so that equal amounts look equal.
    SAME_BATCH("same-batch", "Same batch and units"),
    AS_WRITTEN("as-written", "As written");

    private final String value;
    private final String label;

    Amounts(String value, String label) {
        this.value = value;
        this.label = label;
    }

    public static Amounts of(Optional<String> value) {
        return Arrays.stream(values())
                .filter(each -> value.equals(Optional.of(each.value)))
                .findFirst()
                .orElse(SAME_BATCH);
    }

    public String value() {
        return value;
    }

    public String label() {
        return label;
    }
}

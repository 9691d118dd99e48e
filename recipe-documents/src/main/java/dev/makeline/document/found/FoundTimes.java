package dev.makeline.document.found;

import java.util.OptionalInt;

/// How long a recipe says that it takes, in minutes, each more than 0.
public record FoundTimes(OptionalInt prep, OptionalInt cook, OptionalInt total) {

    public static final FoundTimes NONE =
            new FoundTimes(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());
}

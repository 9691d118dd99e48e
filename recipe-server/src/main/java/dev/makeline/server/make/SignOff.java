package dev.makeline.server.make;

import dev.makeline.server.access.OwnerId;
import java.time.Instant;
import java.util.Objects;

/// Somebody looked at the differences of a make and says why they are fine. The make itself stays
/// as it is.
///
/// @param by who
/// @param name of that person at the time
/// @param reason in their words
public record SignOff(
        long recipeId, long makeId, Instant at, OwnerId by, String name, String reason) {

    public SignOff {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(reason, "reason");
    }
}

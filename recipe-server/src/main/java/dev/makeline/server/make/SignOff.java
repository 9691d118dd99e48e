package dev.makeline.server.make;

import dev.makeline.server.access.OwnerId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// Somebody looked at the differences of a make and says why they are fine. The make itself stays
/// as it is.
///
/// @param by who
/// @param name the username of that person at the time, or what else they were known by
/// @param displayName first and last name of that person at the time, where there were any
/// @param reason in their words
public record SignOff(
        long recipeId,
        long makeId,
        Instant at,
        OwnerId by,
        String name,
        Optional<String> displayName,
        String reason) {

    public SignOff {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(displayName, "displayName");
        Objects.requireNonNull(reason, "reason");
    }

    /// As people call that person.
    public String shownName() {
        return displayName.orElse(name);
    }
}

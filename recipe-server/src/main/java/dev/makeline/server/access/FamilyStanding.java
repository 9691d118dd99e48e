package dev.makeline.server.access;

import static dev.makeline.protocol.Attributes.optionalNumber;
import static dev.makeline.protocol.Attributes.requiredText;

import dev.makeline.protocol.AccountsTable;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What every request of a log in or personal token depends on.
///
/// @param lastUsedAt UTC, to the minute or so
/// @param endsAt UTC, whatever happens
/// @param idle how long without use it lasts; empty where that does not end it
record FamilyStanding(Instant lastUsedAt, Instant endsAt, Optional<Duration> idle) {

    boolean isOver(Instant now) {
        return !now.isBefore(endsAt)
                || idle.filter(time -> !now.isBefore(lastUsedAt.plus(time))).isPresent();
    }

    static FamilyStanding fromItem(Map<String, AttributeValue> row) {
        return new FamilyStanding(
                Instant.parse(requiredText(row, AccountsTable.LAST_USED_AT)),
                Instant.parse(requiredText(row, AccountsTable.ENDS_AT)),
                seconds(optionalNumber(row, AccountsTable.IDLE_SECONDS)));
    }

    private static Optional<Duration> seconds(OptionalLong number) {
        return number.isPresent()
                ? Optional.of(Duration.ofSeconds(number.getAsLong()))
                : Optional.empty();
    }
}

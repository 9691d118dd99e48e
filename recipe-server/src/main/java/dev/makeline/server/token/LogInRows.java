package dev.makeline.server.token;

import static dev.makeline.protocol.Attributes.number;
import static dev.makeline.protocol.Attributes.optionalNumber;
import static dev.makeline.protocol.Attributes.requiredText;
import static dev.makeline.protocol.Attributes.text;

import dev.makeline.protocol.AccountsTable;
import dev.makeline.protocol.CredentialKind;
import dev.makeline.protocol.FamilyKey;
import dev.makeline.protocol.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Log ins as rows of their person's partition.
final class LogInRows {

    /// SHA-256 of the one refresh token that is not used yet, hex.
    static final String REFRESH = "refresh";

    private LogInRows() {}

    static Map<String, AttributeValue> toItem(LogIn logIn) {
        Map<String, AttributeValue> item = new HashMap<>(logIn.key().toKey());
        item.put("kind", text(logIn.kind().label()));
        item.put("createdAt", text(logIn.since().toString()));
        item.put(AccountsTable.LAST_USED_AT, text(logIn.lastUsedAt().toString()));
        item.put(AccountsTable.ENDS_AT, text(logIn.endsAt().toString()));
        item.put(AccountsTable.TIME_TO_LIVE, number(logIn.endsAt().getEpochSecond()));
        logIn.idle()
                .ifPresent(idle -> item.put(AccountsTable.IDLE_SECONDS, number(idle.toSeconds())));
        item.put("address", text(logIn.client().address()));
        item.put("userAgent", text(logIn.client().userAgent()));
        return item;
    }

    static LogIn fromItem(UserId user, Map<String, AttributeValue> item) {
        return new LogIn(
                new FamilyKey(user, requiredText(item, AccountsTable.PART)),
                CredentialKind.of(requiredText(item, "kind")).orElse(CredentialKind.ACCESS),
                Instant.parse(requiredText(item, "createdAt")),
                Instant.parse(requiredText(item, AccountsTable.LAST_USED_AT)),
                Instant.parse(requiredText(item, AccountsTable.ENDS_AT)),
                seconds(optionalNumber(item, AccountsTable.IDLE_SECONDS)),
                new Client(requiredText(item, "address"), requiredText(item, "userAgent")));
    }

    private static Optional<Duration> seconds(OptionalLong number) {
        return number.isPresent()
                ? Optional.of(Duration.ofSeconds(number.getAsLong()))
                : Optional.empty();
    }
}

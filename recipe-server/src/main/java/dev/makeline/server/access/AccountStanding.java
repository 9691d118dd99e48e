package dev.makeline.server.access;

import static dev.makeline.protocol.Attributes.optionalText;
import static dev.makeline.protocol.Attributes.requiredText;

import dev.makeline.protocol.AccessToken;
import dev.makeline.protocol.AccountsTable;
import dev.makeline.protocol.Role;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What every request of a person depends on.
///
/// @param tokensFrom UTC; tokens made before it act for nobody
record AccountStanding(Role role, boolean isActive, Instant tokensFrom) {

    boolean admits(AccessToken token) {
        return isActive && !token.createdAt().isBefore(tokensFrom);
    }

    /// A role that a newer version wrote and this one does not know is the least of all.
    static AccountStanding fromItem(Map<String, AttributeValue> profile) {
        return new AccountStanding(
                Role.of(requiredText(profile, AccountsTable.ROLE)).orElse(Role.USER),
                requiredText(profile, AccountsTable.STATE).equals(AccountsTable.ACTIVE),
                optionalText(profile, AccountsTable.TOKENS_FROM)
                        .map(Instant::parse)
                        .orElse(Instant.EPOCH));
    }
}

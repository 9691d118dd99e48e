package dev.makeline.server.token;

import static dev.makeline.protocol.Attributes.number;
import static dev.makeline.protocol.Attributes.requiredText;
import static dev.makeline.protocol.Attributes.text;

import dev.makeline.protocol.AccessToken;
import dev.makeline.protocol.AccountsTable;
import dev.makeline.protocol.CredentialKind;
import dev.makeline.protocol.FamilyKey;
import dev.makeline.protocol.Scope;
import dev.makeline.protocol.UserId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Personal tokens as rows of their person's partition, which their owner lists, beside the row by
/// which a request finds the token.
final class PersonalTokenRows {

    private static final String HASH = "tokenHash";

    private PersonalTokenRows() {}

    static FamilyKey key(PersonalToken token) {
        return FamilyKey.ofPersonal(token.holder(), token.id());
    }

    /// What never was used has a time long ago as its last use, so that its first is kept.
    static Map<String, AttributeValue> toItem(PersonalToken token) {
        Map<String, AttributeValue> item = new HashMap<>(key(token).toKey());
        item.put(HASH, text(token.sha256Hex()));
        item.put("prefix", text(token.prefix()));
        item.put("name", text(token.name()));
        item.put(
                "scopes",
                AttributeValue.fromSs(token.scopes().stream().map(Scope::label).sorted().toList()));
        item.put("createdAt", text(token.createdAt().toString()));
        item.put(AccountsTable.LAST_USED_AT, text(Instant.EPOCH.toString()));
        item.put(AccountsTable.ENDS_AT, text(token.expiresAt().toString()));
        item.put(AccountsTable.TIME_TO_LIVE, number(token.expiresAt().getEpochSecond()));
        return item;
    }

    static PersonalToken fromItem(UserId user, Map<String, AttributeValue> item) {
        return new PersonalToken(
                new FamilyKey(user, requiredText(item, AccountsTable.PART)).id(),
                user,
                requiredText(item, HASH),
                requiredText(item, "prefix"),
                requiredText(item, "name"),
                item.getOrDefault("scopes", AttributeValue.fromSs(List.of())).ss().stream()
                        .flatMap(label -> Scope.of(label).stream())
                        .collect(Collectors.toUnmodifiableSet()),
                Instant.parse(requiredText(item, "createdAt")),
                Instant.parse(requiredText(item, AccountsTable.ENDS_AT)),
                Optional.of(Instant.parse(requiredText(item, AccountsTable.LAST_USED_AT)))
                        .filter(Instant.EPOCH::isBefore));
    }

    static AccessToken token(PersonalToken token) {
        return new AccessToken(
                token.sha256Hex(),
                CredentialKind.PERSONAL,
                Optional.of(token.holder()),
                Optional.of(token.id().value()),
                token.name(),
                token.scopes(),
                token.createdAt(),
                Optional.of(token.expiresAt()));
    }
}

package dev.makeline.protocol;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Names the row on which a person's token depends: while it stands, the token may act; without it
/// the token acts for nobody. Log ins and personal tokens are listed apart.
///
/// @param part of the person's partition
public record FamilyKey(UserId user, String part) {

    /// Log ins and browser sessions.
    public static final String LOG_IN = "family#";

    public static final String PERSONAL = "personal#";

    public static FamilyKey ofLogIn(UserId user, FamilyId id) {
        return new FamilyKey(user, LOG_IN + id.value());
    }

    public static FamilyKey ofPersonal(UserId user, FamilyId id) {
        return new FamilyKey(user, PERSONAL + id.value());
    }

    /// Empty for a token that depends on no such row: of a service, or of nobody's log in.
    public static Optional<FamilyKey> of(AccessToken token) {
        return token.holder()
                .flatMap(user ->
                        token.family().map(family -> new FamilyKey(user, prefix(token) + family)));
    }

    private static String prefix(AccessToken token) {
        return token.kind() == CredentialKind.PERSONAL ? PERSONAL : LOG_IN;
    }

    public FamilyId id() {
        return new FamilyId(part.substring(part.indexOf('#') + 1));
    }

    public Map<String, AttributeValue> toKey() {
        return AccountsTable.userKey(user, part);
    }
}

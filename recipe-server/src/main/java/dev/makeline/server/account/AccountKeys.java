package dev.makeline.server.account;

import static dev.makeline.protocol.Attributes.text;

import dev.makeline.protocol.AccountsTable;
import dev.makeline.protocol.UserId;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Where the rows of people stand in the accounts table, beside the profile: claims, which keep
/// usernames and addresses apart; a list of everybody and one of the active administrators, which
/// hold nothing but ids; reset links by the hash of their token.
final class AccountKeys {

    static final String PEOPLE = "people";
    static final String ADMINISTRATORS = "administrators";
    static final String USER_ID = "userId";

    private static final String CLAIM = "claim";

    /// Written with the administrator that the environment named.
    static final Map<String, AttributeValue> FIRST_ADMINISTRATOR =
            key("first-administrator", "made");

    private AccountKeys() {}

    static Map<String, AttributeValue> profile(UserId user) {
        return AccountsTable.userKey(user, AccountsTable.PROFILE_PART);
    }

    static Map<String, AttributeValue> username(String folded) {
        return key("username#" + folded, CLAIM);
    }

    static Map<String, AttributeValue> email(String folded) {
        return key("email#" + folded, CLAIM);
    }

    static Map<String, AttributeValue> person(UserId user) {
        return key(PEOPLE, user.value());
    }

    static Map<String, AttributeValue> administrator(UserId user) {
        return key(ADMINISTRATORS, user.value());
    }

    static Map<String, AttributeValue> reset(String tokenHash) {
        return key("reset#" + tokenHash, "reset");
    }

    static Map<String, AttributeValue> key(String subject, String part) {
        return Map.of(AccountsTable.SUBJECT, text(subject), AccountsTable.PART, text(part));
    }

    static Map<String, AttributeValue> row(
            Map<String, AttributeValue> key, Map<String, AttributeValue> attributes) {
        Map<String, AttributeValue> item = new HashMap<>(key);
        item.putAll(attributes);
        return item;
    }
}

package dev.makeline.protocol;

import static dev.makeline.protocol.Attributes.text;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

/// The layout of `makeline-accounts`: a person's rows share the partition `user#<userId>`, among
/// them one for each log in and each personal token ([FamilyKey]); tokens stand under
/// `token#<sha256 of the token, hex>`, and the token itself is kept nowhere. Beside them the
/// Idempotency-Keys of requests.
public final class AccountsTable {

    public static final String NAME = ResourceNames.ACCOUNTS_TABLE;
    public static final String SUBJECT = "subject";
    public static final String PART = "part";
    public static final String TOKEN_PART = "token";

    /// The row of the account itself in a person's partition.
    public static final String PROFILE_PART = "profile";

    /// Attributes of the profile that every request of that person reads.
    public static final String ROLE = "role";

    public static final String STATE = "state";
    public static final String ACTIVE = "active";
    public static final String DISABLED = "disabled";

    /// Tokens made before this time (UTC) act for nobody any more.
    public static final String TOKENS_FROM = "tokensFrom";

    /// Attributes of a family's row that every request of its tokens depends on: the absolute end,
    /// the last use, both UTC, and how many seconds without use end it, where that ends it at all.
    public static final String ENDS_AT = "endsAt";

    public static final String LAST_USED_AT = "lastUsedAt";
    public static final String IDLE_SECONDS = "idleSeconds";

    /// Epoch seconds after which DynamoDB may delete a row; it may come days late, so readers look
    /// at the time themselves.
    public static final String TIME_TO_LIVE = "timeToLive";

    private AccountsTable() {}

    public static CreateTableRequest definition() {
        return TableDefinitions.table(NAME, SUBJECT, PART)
                .attributeDefinitions(
                        TableDefinitions.string(SUBJECT), TableDefinitions.string(PART))
                .build();
    }

    public static Map<String, AttributeValue> tokenKey(String sha256Hex) {
        return Map.of(SUBJECT, text("token#" + sha256Hex), PART, text(TOKEN_PART));
    }

    public static String userPartition(UserId user) {
        return "user#" + user.value();
    }

    public static Map<String, AttributeValue> userKey(UserId user, String part) {
        return Map.of(SUBJECT, text(userPartition(user)), PART, text(part));
    }
}

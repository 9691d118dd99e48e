package dev.makeline.protocol;

import static dev.makeline.protocol.Attributes.text;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

/// The layout of `makeline-accounts`: tokens under `token#<sha256 of the token, hex>`; the token
/// itself is kept nowhere. Beside them the Idempotency-Keys of requests.
public final class AccountsTable {

    public static final String NAME = ResourceNames.ACCOUNTS_TABLE;
    public static final String SUBJECT = "subject";
    public static final String PART = "part";
    public static final String TOKEN_PART = "token";

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
}

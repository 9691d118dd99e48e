package dev.makeline.server.token;

import static dev.makeline.protocol.Attributes.number;
import static dev.makeline.protocol.Attributes.optionalText;
import static dev.makeline.protocol.Attributes.requiredNumber;
import static dev.makeline.protocol.Attributes.requiredText;
import static dev.makeline.protocol.Attributes.text;

import dev.makeline.protocol.AccessToken;
import dev.makeline.protocol.AccountsTable;
import dev.makeline.protocol.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// How an account stood when somebody proved to be its owner, so that nothing is issued on the
/// strength of a proof that was withdrawn in the meantime.
///
/// @param tokensFrom UTC; tokens made before it act for nobody
/// @param version of the account; every change of state, role or password counts it up
record Holder(UserId user, boolean isActive, Instant tokensFrom, long version) {

    private static final String VERSION = "version";

    /// Empty when there is no such account. Blocks.
    static Optional<Holder> find(DynamoDbClient dynamoDb, UserId user) {
        var response =
                dynamoDb.getItem(get ->
                        get.tableName(AccountsTable.NAME).key(key(user)).consistentRead(true));
        return response.hasItem() ? Optional.of(of(user, response.item())) : Optional.empty();
    }

    private static Holder of(UserId user, Map<String, AttributeValue> profile) {
        return new Holder(
                user,
                requiredText(profile, AccountsTable.STATE).equals(AccountsTable.ACTIVE),
                optionalText(profile, AccountsTable.TOKENS_FROM)
                        .map(Instant::parse)
                        .orElse(Instant.EPOCH),
                requiredNumber(profile, VERSION));
    }

    boolean admits(AccessToken token) {
        return admits(token.createdAt());
    }

    /// @param madeAt when a token was made, or the log in or the like that it belongs to
    boolean admits(Instant madeAt) {
        return isActive && !madeAt.isBefore(tokensFrom);
    }

    /// When what is issued now was made: never before tokens count, although the clock of the
    /// server that set that may go ahead of this one's.
    Instant startingFrom(Instant now) {
        return now.isBefore(tokensFrom) ? tokensFrom : now;
    }

    /// Holds only while nobody changed the account.
    TransactWriteItem isUnchanged() {
        return TransactWriteItem.builder()
                .conditionCheck(check ->
                        check.tableName(AccountsTable.NAME)
                                .key(key(user))
                                .conditionExpression("#state = :active AND #version = :version")
                                .expressionAttributeNames(
                                        Map.of("#state", AccountsTable.STATE, "#version", VERSION))
                                .expressionAttributeValues(
                                        Map.of(
                                                ":active",
                                                text(AccountsTable.ACTIVE),
                                                ":version",
                                                number(version))))
                .build();
    }

    private static Map<String, AttributeValue> key(UserId user) {
        return AccountsTable.userKey(user, AccountsTable.PROFILE_PART);
    }
}

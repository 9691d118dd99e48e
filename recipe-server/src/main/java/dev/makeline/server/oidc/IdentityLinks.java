package dev.makeline.server.oidc;

import static dev.makeline.protocol.Attributes.number;
import static dev.makeline.protocol.Attributes.requiredText;
import static dev.makeline.protocol.Attributes.text;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.makeline.protocol.AccountsTable;
import dev.makeline.protocol.UserId;
import dev.makeline.server.atomic.AtomicWrites;
import dev.makeline.server.request.Sha256;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// Which account belongs to which person of a provider: a row under the hash of issuer and subject.
/// Beside it, which tries to log in were completed. Thread-safe; blocking.
@Singleton
final class IdentityLinks {

    private static final String PART = "link";
    private static final String USER_ID = "userId";
    private static final String BACK_PREFIX = "identity#";

    /// Longer than a try lasts, by more than clocks are taken to differ.
    private static final Duration COMPLETED_KEPT = Duration.ofHours(2);

    private final DynamoDbClient dynamoDb;

    IdentityLinks(DynamoDbClient dynamoDb) {
        this.dynamoDb = dynamoDb;
    }

    Optional<UserId> find(Identity identity) {
        var response =
                dynamoDb.getItem(get ->
                        get.tableName(AccountsTable.NAME).key(key(identity)).consistentRead(true));
        return response.hasItem()
                ? Optional.of(new UserId(requiredText(response.item(), USER_ID)))
                : Optional.empty();
    }

    /// The link, and what finds it again when the account goes.
    ///
    /// @param before whom it named when it was read; somebody whose account is gone
    static List<TransactWriteItem> link(Identity identity, UserId user, Optional<UserId> before) {
        Map<String, AttributeValue> back =
                AccountsTable.userKey(user, BACK_PREFIX + subject(identity));
        return List.of(linkRow(identity, user, before), AtomicWrites.put(back));
    }

    private static TransactWriteItem linkRow(
            Identity identity, UserId user, Optional<UserId> before) {
        Map<String, AttributeValue> row =
                Map.of(
                        AccountsTable.SUBJECT,
                        text(subject(identity)),
                        AccountsTable.PART,
                        text(PART),
                        USER_ID,
                        text(user.value()));
        return TransactWriteItem.builder()
                .put(put -> {
                    put.tableName(AccountsTable.NAME)
                            .item(row)
                            .conditionExpression(
                                    before.isPresent()
                                            ? "#user = :before"
                                            : "attribute_not_exists(#user)")
                            .expressionAttributeNames(Map.of("#user", USER_ID));
                    before.ifPresent(gone ->
                            put.expressionAttributeValues(Map.of(":before", text(gone.value()))));
                })
                .build();
    }

    /// Removes every link to an account that goes. Idempotent.
    void remove(UserId user) {
        dynamoDb
                .queryPaginator(query ->
                        query.tableName(AccountsTable.NAME)
                                .consistentRead(true)
                                .keyConditionExpression(
                                        "#subject = :person AND begins_with(#part, :back)")
                                .expressionAttributeNames(
                                        Map.of(
                                                "#subject", AccountsTable.SUBJECT,
                                                "#part", AccountsTable.PART))
                                .expressionAttributeValues(
                                        Map.of(
                                                ":person", text(AccountsTable.userPartition(user)),
                                                ":back", text(BACK_PREFIX))))
                .items()
                .stream()
                .map(back -> requiredText(back, AccountsTable.PART).substring(BACK_PREFIX.length()))
                .forEach(subject -> remove(subject, user));
    }

    private void remove(String subject, UserId user) {
        try {
            dynamoDb.deleteItem(delete ->
                    delete.tableName(AccountsTable.NAME)
                            .key(key(subject))
                            .conditionExpression("attribute_not_exists(#user) OR #user = :user")
                            .expressionAttributeNames(Map.of("#user", USER_ID))
                            .expressionAttributeValues(Map.of(":user", text(user.value()))));
        } catch (ConditionalCheckFailedException _) {
            // It names another account since.
        }
    }

    /// To be called before a code is handed back.
    ///
    /// @return whether this is the first time that this try comes back
    boolean complete(LogInAttempt attempt, Instant now) {
        try {
            dynamoDb.putItem(put ->
                    put.tableName(AccountsTable.NAME)
                            .item(
                                    Map.of(
                                            AccountsTable.SUBJECT,
                                            text(
                                                    "oidc-completed#"
                                                            + Sha256.hex(
                                                                    attempt.state()
                                                                            .getBytes(UTF_8))),
                                            AccountsTable.PART,
                                            text("completed"),
                                            AccountsTable.TIME_TO_LIVE,
                                            number(now.plus(COMPLETED_KEPT).getEpochSecond())))
                            .conditionExpression("attribute_not_exists(#part)")
                            .expressionAttributeNames(Map.of("#part", AccountsTable.PART)));
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
    }

    private static Map<String, AttributeValue> key(Identity identity) {
        return key(subject(identity));
    }

    private static Map<String, AttributeValue> key(String subject) {
        return Map.of(AccountsTable.SUBJECT, text(subject), AccountsTable.PART, text(PART));
    }

    private static String subject(Identity identity) {
        String name = identity.issuer() + '\0' + identity.subject();
        return "oidc#" + Sha256.hex(name.getBytes(UTF_8));
    }
}

package dev.makeline.server.oidc;

import static dev.makeline.protocol.Attributes.number;
import static dev.makeline.protocol.Attributes.requiredText;
import static dev.makeline.protocol.Attributes.text;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.makeline.protocol.AccountsTable;
import dev.makeline.protocol.UserId;
import dev.makeline.server.request.Sha256;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
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

    /// @param before whom it named when it was read; somebody whose account is gone
    static TransactWriteItem link(Identity identity, UserId user, Optional<UserId> before) {
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
        return Map.of(
                AccountsTable.SUBJECT, text(subject(identity)), AccountsTable.PART, text(PART));
    }

    private static String subject(Identity identity) {
        String name = identity.issuer() + '\0' + identity.subject();
        return "oidc#" + Sha256.hex(name.getBytes(UTF_8));
    }
}

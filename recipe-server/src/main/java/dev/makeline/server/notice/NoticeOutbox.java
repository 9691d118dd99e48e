package dev.makeline.server.notice;

import static dev.makeline.protocol.Attributes.number;
import static dev.makeline.protocol.Attributes.requiredText;
import static dev.makeline.protocol.Attributes.text;

import dev.makeline.protocol.AccountsTable;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// The notices that are to be told, in the accounts table. Every change of one asks that its lease
/// is the expected one, so of any number of servers one tells it. Thread-safe.
@Singleton
final class NoticeOutbox {

    private static final Logger log = LoggerFactory.getLogger(NoticeOutbox.class);

    private final DynamoDbClient dynamoDb;

    NoticeOutbox(DynamoDbClient dynamoDb) {
        this.dynamoDb = dynamoDb;
    }

    /// @param next where the page after this one begins; empty on the last
    record Found(List<WaitingNotice> notices, Optional<String> next) {}

    /// The oldest first.
    Found read(Optional<String> after, int limit) {
        QueryRequest.Builder query =
                QueryRequest.builder()
                        .tableName(AccountsTable.NAME)
                        .keyConditionExpression("#subject = :outbox")
                        .expressionAttributeNames(Map.of("#subject", AccountsTable.SUBJECT))
                        .expressionAttributeValues(Map.of(":outbox", text(NoticeRows.OUTBOX)))
                        .consistentRead(true)
                        .limit(limit);
        after.map(NoticeRows::key).ifPresent(query::exclusiveStartKey);
        var response = dynamoDb.query(query.build());
        List<WaitingNotice> notices = new ArrayList<>();
        response.items().forEach(row -> readable(row).ifPresent(notices::add));
        return new Found(
                notices,
                response.hasLastEvaluatedKey()
                        ? Optional.of(requiredText(response.lastEvaluatedKey(), AccountsTable.PART))
                        : Optional.empty());
    }

    /// One that cannot be read keeps its place and holds up no other.
    private static Optional<WaitingNotice> readable(Map<String, AttributeValue> row) {
        try {
            return Optional.of(NoticeRows.read(row));
        } catch (IllegalArgumentException | DateTimeException e) {
            log.atError()
                    .addKeyValue("cause", e.getMessage())
                    .log("A deletion cannot be told, since its notice cannot be read");
            return Optional.empty();
        }
    }

    /// Whether it is this caller's to tell now.
    ///
    /// @param lease new, of the caller
    boolean claim(WaitingNotice notice, String lease) {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":lease", text(lease));
        values.put(":one", number(1));
        values.put(":none", number(0));
        notice.lease().ifPresent(seen -> values.put(":seen", text(seen)));
        String condition =
                notice.lease().isPresent() ? "#lease = :seen" : "attribute_not_exists(#lease)";
        try {
            dynamoDb.updateItem(update ->
                    update.tableName(AccountsTable.NAME)
                            .key(NoticeRows.key(notice.part()))
                            .updateExpression(
                                    "SET #lease = :lease, #attempts = if_not_exists(#attempts, :none) + :one")
                            .conditionExpression("attribute_exists(#part) AND " + condition)
                            .expressionAttributeNames(
                                    Map.of(
                                            "#lease", NoticeRows.LEASE,
                                            "#attempts", NoticeRows.ATTEMPTS,
                                            "#part", AccountsTable.PART))
                            .expressionAttributeValues(values));
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
    }

    /// Lets every server try again from that time on.
    void giveBack(WaitingNotice notice, String lease, Instant notBefore) {
        try {
            dynamoDb.updateItem(update ->
                    update.tableName(AccountsTable.NAME)
                            .key(NoticeRows.key(notice.part()))
                            .updateExpression("SET #notBefore = :notBefore REMOVE #lease")
                            .conditionExpression("#lease = :lease")
                            .expressionAttributeNames(
                                    Map.of(
                                            "#lease", NoticeRows.LEASE,
                                            "#notBefore", NoticeRows.NOT_BEFORE))
                            .expressionAttributeValues(
                                    Map.of(
                                            ":lease", text(lease),
                                            ":notBefore", text(notBefore.toString()))));
        } catch (ConditionalCheckFailedException _) {
            // Another server took it over; it tells it.
        }
    }

    /// Moves it to where what was told is kept.
    ///
    /// @return false when another server has taken it over meanwhile
    boolean moveToTold(WaitingNotice notice, String lease, String channel, Instant at) {
        try {
            dynamoDb.transactWriteItems(write ->
                    write.transactItems(
                            List.of(
                                    removal(notice, lease),
                                    record(NoticeRows.told(notice.notice(), channel, at)))));
            return true;
        } catch (TransactionCanceledException e) {
            if (e.cancellationReasons().stream()
                    .anyMatch(reason -> "ConditionalCheckFailed".equals(reason.code()))) {
                return false;
            }
            throw e;
        }
    }

    private static TransactWriteItem removal(WaitingNotice notice, String lease) {
        return TransactWriteItem.builder()
                .delete(delete ->
                        delete.tableName(AccountsTable.NAME)
                                .key(NoticeRows.key(notice.part()))
                                .conditionExpression("#lease = :lease")
                                .expressionAttributeNames(Map.of("#lease", NoticeRows.LEASE))
                                .expressionAttributeValues(Map.of(":lease", text(lease))))
                .build();
    }

    private static TransactWriteItem record(Map<String, AttributeValue> row) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(AccountsTable.NAME).item(row))
                .build();
    }
}

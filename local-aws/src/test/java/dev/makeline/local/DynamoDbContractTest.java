package dev.makeline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.makeline.protocol.AccountsTable;
import dev.makeline.protocol.IntakeTable;
import dev.makeline.protocol.TableDefinitions;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/// What the product relies on in DynamoDB.
class DynamoDbContractTest {

    private static RunningLocalAws local;

    @BeforeAll
    static void start() {
        local = RunningLocalAws.start(LocalAwsSettings.inMemory());
    }

    @AfterAll
    static void stop() {
        local.close();
    }

    @Test
    void everySharedTableExists() {
        assertThat(local.dynamoDb().listTables().tableNames())
                .containsExactlyInAnyOrderElementsOf(
                        TableDefinitions.all().stream()
                                .map(CreateTableRequest::tableName)
                                .toList());
    }

    @Test
    void oldAccountRowsAreDeletedByTheirTimeToLive() {
        var deletion =
                local.dynamoDb()
                        .describeTimeToLive(table -> table.tableName(AccountsTable.NAME))
                        .timeToLiveDescription();

        assertThat(deletion.timeToLiveStatus()).isEqualTo(TimeToLiveStatus.ENABLED);
        assertThat(deletion.attributeName()).isEqualTo(AccountsTable.TIME_TO_LIVE);
    }

    @Test
    void secondConditionalPutIsRefusedAndTellsWhatStandsThere() {
        putIfAbsent("id-1", "first");

        assertThatExceptionOfType(ConditionalCheckFailedException.class)
                .isThrownBy(() -> putIfAbsent("id-1", "second"))
                .satisfies(e -> assertThat(e.item().get("writer")).isEqualTo(text("first")));
    }

    @Test
    void rowIsFoundThroughTheIndexOnItsState() {
        local.dynamoDb()
                .putItem(r ->
                        r.tableName(IntakeTable.NAME)
                                .item(
                                        Map.of(
                                                IntakeTable.OBJECT_ID, text("id-2"),
                                                IntakeTable.STATE_SHARD, text("queued#3"),
                                                IntakeTable.CHANGED_ORDER, text("now"))));

        int found =
                local.dynamoDb()
                        .query(r ->
                                r.tableName(IntakeTable.NAME)
                                        .indexName(IntakeTable.BY_STATE)
                                        .keyConditionExpression("stateShard = :shard")
                                        .expressionAttributeValues(
                                                Map.of(":shard", text("queued#3"))))
                        .count();

        assertThat(found).isEqualTo(1);
    }

    private static void putIfAbsent(String id, String writer) {
        local.dynamoDb()
                .putItem(r ->
                        r.tableName(IntakeTable.NAME)
                                .item(
                                        Map.of(
                                                IntakeTable.OBJECT_ID,
                                                text(id),
                                                "writer",
                                                text(writer)))
                                .conditionExpression("attribute_not_exists(objectId)")
                                .returnValuesOnConditionCheckFailure(
                                        ReturnValuesOnConditionCheckFailure.ALL_OLD));
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }
}

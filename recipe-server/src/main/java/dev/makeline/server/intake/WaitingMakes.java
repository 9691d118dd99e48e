package dev.makeline.server.intake;

import static dev.makeline.protocol.Attributes.requiredText;
import static dev.makeline.protocol.Attributes.text;

import dev.makeline.protocol.MalformedMessageException;
import dev.makeline.protocol.ProtocolJson;
import dev.makeline.protocol.RecipesTable;
import dev.makeline.protocol.UploadJob;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The objects that wait for a recipe, in that recipe's own partition, so that its arrival finds
/// them by one consistent query. Thread-safe; blocking.
@Singleton
final class WaitingMakes {

    private static final String JOB = "job";

    private final DynamoDbClient dynamoDb;

    WaitingMakes(DynamoDbClient dynamoDb) {
        this.dynamoDb = dynamoDb;
    }

    void add(long recipeId, UploadJob job) {
        Map<String, AttributeValue> row = new HashMap<>(key(recipeId, job.object().objectId()));
        row.put(JOB, text(ProtocolJson.write(job)));
        dynamoDb.putItem(put -> put.tableName(RecipesTable.NAME).item(row));
    }

    void remove(long recipeId, String objectId) {
        dynamoDb.deleteItem(
                delete -> delete.tableName(RecipesTable.NAME).key(key(recipeId, objectId)));
    }

    /// Strongly consistent.
    List<UploadJob> of(long recipeId, int limit) {
        return dynamoDb
                .query(query ->
                        query.tableName(RecipesTable.NAME)
                                .keyConditionExpression(
                                        "#recipe = :recipe AND begins_with(#part, :waiting)")
                                .expressionAttributeNames(
                                        Map.of(
                                                "#recipe", RecipesTable.RECIPE,
                                                "#part", RecipesTable.PART))
                                .expressionAttributeValues(
                                        Map.of(
                                                ":recipe", text(RecipesTable.partition(recipeId)),
                                                ":waiting", text(RecipesTable.WAITING_PREFIX)))
                                .consistentRead(true)
                                .limit(limit))
                .items()
                .stream()
                .map(WaitingMakes::job)
                .toList();
    }

    private static UploadJob job(Map<String, AttributeValue> row) {
        try {
            return ProtocolJson.read(requiredText(row, JOB), UploadJob.class);
        } catch (MalformedMessageException e) {
            throw new IllegalStateException("A waiting row holds no upload job", e);
        }
    }

    private static Map<String, AttributeValue> key(long recipeId, String objectId) {
        return RecipesTable.key(recipeId, RecipesTable.waitingPart(objectId));
    }
}

package dev.makeline.server.intake;

import static dev.makeline.protocol.Attributes.requiredText;
import static dev.makeline.protocol.Attributes.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.makeline.protocol.MalformedMessageException;
import dev.makeline.protocol.ProtocolJson;
import dev.makeline.protocol.RecipesTable;
import dev.makeline.protocol.Submission;
import dev.makeline.protocol.UploadJob;
import dev.makeline.server.request.ItemSize;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/// The objects that wait for a recipe, in that recipe's own partition, so that its arrival finds
/// them by one consistent query. Thread-safe; blocking.
@Singleton
final class WaitingMakes {

    /// DynamoDB's limit of BatchWriteItem.
    private static final int WRITE_BATCH = 25;

    private static final String JOB = "job";
    private static final String LAST_MODIFIED = "lastModified";

    /// Absent where the row did not hold it.
    static final String DOCUMENT = "document";

    private final DynamoDbClient dynamoDb;

    WaitingMakes(DynamoDbClient dynamoDb) {
        this.dynamoDb = dynamoDb;
    }

    /// @param submission with the canonical document; kept without it where a row does not hold it
    void add(long recipeId, Submission.Document submission) {
        UploadJob job = submission.job();
        Map<String, AttributeValue> bare = new HashMap<>(key(recipeId, job.object().objectId()));
        bare.put(RecipesTable.EFFECT_ID, text(job.object().objectId()));
        bare.put(JOB, text(ProtocolJson.write(job)));
        Map<String, AttributeValue> whole = new HashMap<>(bare);
        whole.put(LAST_MODIFIED, text(submission.lastModified().toString()));
        whole.put(DOCUMENT, text(ProtocolJson.write(submission.document())));
        Map<String, AttributeValue> row = ItemSize.of(whole) > ItemSize.MOST ? bare : whole;
        dynamoDb.putItem(put -> put.tableName(RecipesTable.NAME).item(row));
    }

    void remove(long recipeId, String objectId) {
        dynamoDb.deleteItem(
                delete -> delete.tableName(RecipesTable.NAME).key(key(recipeId, objectId)));
    }

    /// What DynamoDB throttles away stays, and is released again as a repetition.
    void removeAll(long recipeId, List<String> objectIds) {
        for (int from = 0; from < objectIds.size(); from += WRITE_BATCH) {
            List<WriteRequest> batch =
                    objectIds.subList(from, Math.min(from + WRITE_BATCH, objectIds.size())).stream()
                            .map(objectId -> removal(recipeId, objectId))
                            .toList();
            dynamoDb.batchWriteItem(write -> write.requestItems(Map.of(RecipesTable.NAME, batch)));
        }
    }

    private static WriteRequest removal(long recipeId, String objectId) {
        return WriteRequest.builder()
                .deleteRequest(delete -> delete.key(key(recipeId, objectId)))
                .build();
    }

    /// In the order of object ids; strongly consistent.
    ///
    /// @param after exclusive object id to go on from; empty for the first ones
    /// @return up to `limit`, fewer when they are large; none at the end
    List<WaitingMake> of(long recipeId, String after, int limit) {
        return dynamoDb
                .query(query ->
                        query.tableName(RecipesTable.NAME)
                                .keyConditionExpression(
                                        "#recipe = :recipe AND #part BETWEEN :after AND :last")
                                .expressionAttributeNames(
                                        Map.of(
                                                "#recipe", RecipesTable.RECIPE,
                                                "#part", RecipesTable.PART))
                                .expressionAttributeValues(
                                        Map.of(
                                                ":recipe", text(RecipesTable.partition(recipeId)),
                                                ":after",
                                                        text(RecipesTable.waitingPart(after + ' ')),
                                                ":last", text(RecipesTable.waitingPart("g"))))
                                .consistentRead(true)
                                .limit(limit))
                .items()
                .stream()
                .map(WaitingMakes::make)
                .toList();
    }

    private static WaitingMake make(Map<String, AttributeValue> row) {
        try {
            UploadJob job = ProtocolJson.read(requiredText(row, JOB), UploadJob.class);
            return row.containsKey(DOCUMENT)
                    ? WaitingMake.of(submission(job, row))
                    : new WaitingMake(job, Optional.empty());
        } catch (MalformedMessageException e) {
            throw new IllegalStateException("A waiting row cannot be read", e);
        }
    }

    private static Submission.Document submission(UploadJob job, Map<String, AttributeValue> row)
            throws MalformedMessageException {
        return new Submission.Document(
                job,
                Instant.parse(requiredText(row, LAST_MODIFIED)),
                ProtocolJson.read(requiredText(row, DOCUMENT), ObjectNode.class));
    }

    private static Map<String, AttributeValue> key(long recipeId, String objectId) {
        return RecipesTable.key(recipeId, RecipesTable.waitingPart(objectId));
    }
}

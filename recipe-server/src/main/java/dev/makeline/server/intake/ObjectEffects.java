package dev.makeline.server.intake;

import static dev.makeline.protocol.Attributes.optionalNumber;
import static dev.makeline.protocol.Attributes.requiredNumber;
import static dev.makeline.protocol.Attributes.requiredText;
import static dev.makeline.protocol.Attributes.text;

import dev.makeline.protocol.IntakeState;
import dev.makeline.protocol.RecipesTable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What an object version has brought about, found by the object alone: when it is gone, nobody can
/// tell of which recipe it was. The ledger may have forgotten, since `queued` overwrites every
/// state. Follows the table by as much as its index lags. Thread-safe; blocking.
@Singleton
final class ObjectEffects {

    /// A make has one row, or one more that waits; a recipe file one for each put of this content.
    private static final int ROWS = 5;

    private final DynamoDbClient dynamoDb;

    ObjectEffects(DynamoDbClient dynamoDb) {
        this.dynamoDb = dynamoDb;
    }

    sealed interface Past {

        /// @param at UTC, when it was kept
        record Kept(IntakeState.Submitted state, Instant at) implements Past {}

        /// It waits for the recipe, and its document is at hand.
        record Awaiting(long recipeId) implements Past {}
    }

    /// A make that was kept may still stand among those that wait.
    Optional<Past> find(String objectId) {
        List<Past> past = rowsOf(objectId).flatMap(row -> toPast(row).stream()).toList();
        return past.stream()
                .filter(Past.Kept.class::isInstance)
                .findFirst()
                .or(() -> past.stream().findFirst());
    }

    /// The last put first.
    private Stream<Map<String, AttributeValue>> rowsOf(String objectId) {
        return dynamoDb
                .query(query ->
                        query.tableName(RecipesTable.NAME)
                                .indexName(RecipesTable.BY_EFFECT)
                                .keyConditionExpression("#effect = :effect")
                                .expressionAttributeNames(Map.of("#effect", RecipesTable.EFFECT_ID))
                                .expressionAttributeValues(Map.of(":effect", text(objectId)))
                                .scanIndexForward(false)
                                .limit(ROWS))
                .items()
                .stream()
                .map(this::row);
    }

    private Map<String, AttributeValue> row(Map<String, AttributeValue> found) {
        return dynamoDb.getItem(get ->
                        get.tableName(RecipesTable.NAME)
                                .key(
                                        Map.of(
                                                RecipesTable.RECIPE,
                                                found.get(RecipesTable.RECIPE),
                                                RecipesTable.PART,
                                                found.get(RecipesTable.PART)))
                                .consistentRead(true))
                .item();
    }

    private static Optional<Past> toPast(Map<String, AttributeValue> row) {
        if (row.isEmpty()) {
            return Optional.empty();
        }
        long recipeId = RecipesTable.recipeIdOf(requiredText(row, RecipesTable.RECIPE));
        String part = requiredText(row, RecipesTable.PART);
        if (part.startsWith(RecipesTable.WAITING_PREFIX)) {
            return row.containsKey(WaitingMakes.DOCUMENT)
                    ? Optional.of(new Past.Awaiting(recipeId))
                    : Optional.empty();
        }
        String at = part.startsWith(RecipesTable.MAKE_PREFIX) ? "recordedAt" : "at";
        return Optional.of(
                new Past.Kept(
                        new IntakeState.Submitted(
                                recipeId,
                                (int) requiredNumber(row, "revision"),
                                optionalNumber(row, "makeId")),
                        Instant.parse(requiredText(row, at))));
    }
}

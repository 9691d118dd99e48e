package dev.makeline.server.make;

import static dev.makeline.protocol.Attributes.text;

import dev.makeline.protocol.BatchRead;
import dev.makeline.protocol.RecipesTable;
import dev.makeline.server.problem.UnavailableException;
import dev.makeline.server.request.Found;
import dev.makeline.server.request.ItemSize;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/// Makes in DynamoDB. Thread-safe; blocking.
@Singleton
public final class MakeStore {

    /// Requests for one page: each reads up to 1 MB, which is three of the largest makes.
    private static final int REQUESTS = 8;

    private final DynamoDbClient dynamoDb;

    MakeStore(DynamoDbClient dynamoDb) {
        this.dynamoDb = dynamoDb;
    }

    sealed interface Put {
        record Stored() implements Put {}

        /// The same effect was stored before, as this make.
        record Repeated(Make earlier) implements Put {}

        /// Another make has this id.
        record Taken() implements Put {}

        record TooLarge(int bytes) implements Put {}
    }

    /// The commit of a make: one conditional write. What was kept before comes first, whatever else
    /// would be answered now.
    Put put(Make make, String recipeName) {
        Map<String, AttributeValue> row = MakeRows.of(make, recipeName);
        int bytes = ItemSize.of(row);
        if (bytes > ItemSize.MOST) {
            return kept(make).orElseGet(() -> new Put.TooLarge(bytes));
        }
        try {
            dynamoDb.putItem(put ->
                    put.tableName(RecipesTable.NAME)
                            .item(row)
                            .conditionExpression("attribute_not_exists(#part)")
                            .expressionAttributeNames(Map.of("#part", RecipesTable.PART))
                            .returnValuesOnConditionCheckFailure(
                                    ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return new Put.Stored();
        } catch (ConditionalCheckFailedException e) {
            return kept(make, MakeRows.toMake(e.item()));
        } catch (TransactionConflictException e) {
            // Only makes that are there are changed in transactions: counted, or signed off.
            return kept(make).orElseThrow(() -> e);
        }
    }

    /// Compared with a longer revision, a make that was kept may be too large by now.
    private Optional<Put> kept(Make make) {
        return find(make.recipeId(), make.makeId()).map(earlier -> kept(make, earlier));
    }

    private static Put kept(Make make, Make earlier) {
        return earlier.effectId().equals(make.effectId())
                ? new Put.Repeated(earlier)
                : new Put.Taken();
    }

    /// Strongly consistent.
    public Optional<Make> find(long recipeId, long makeId) {
        var response =
                dynamoDb.getItem(get ->
                        get.tableName(RecipesTable.NAME)
                                .key(RecipesTable.key(recipeId, RecipesTable.makePart(makeId)))
                                .consistentRead(true));
        return response.hasItem()
                ? Optional.of(MakeRows.toMake(response.item()))
                : Optional.empty();
    }

    /// Those of them that there are, by id; strongly consistent.
    ///
    /// @param makeIds at most 100
    Map<Long, Make> findAll(long recipeId, Set<Long> makeIds) {
        if (makeIds.isEmpty()) {
            return Map.of();
        }
        KeysAndAttributes wanted =
                KeysAndAttributes.builder()
                        .keys(
                                makeIds.stream()
                                        .map(id ->
                                                RecipesTable.key(
                                                        recipeId, RecipesTable.makePart(id)))
                                        .toList())
                        .consistentRead(true)
                        .build();
        return BatchRead.rows(
                        dynamoDb,
                        RecipesTable.NAME,
                        wanted,
                        left -> new UnavailableException(left + " makes could not be read"))
                .stream()
                .map(MakeRows::toMake)
                .collect(Collectors.toMap(Make::makeId, make -> make));
    }

    /// The newest first. Strongly consistent: whoever kept a make finds it in the list.
    public Found<MakeItem> list(long recipeId, Optional<Long> before, int limit) {
        List<MakeItem> items = new ArrayList<>();
        Map<String, AttributeValue> next =
                before.map(makeId -> RecipesTable.key(recipeId, RecipesTable.makePart(makeId)))
                        .orElseGet(Map::of);
        for (int request = 0; request < REQUESTS && items.size() < limit; request++) {
            QueryResponse page = query(recipeId, next, limit - items.size());
            page.items().stream().map(MakeRows::toItem).forEach(items::add);
            next = page.lastEvaluatedKey();
            if (next.isEmpty()) {
                return new Found<>(items, false);
            }
        }
        return new Found<>(items, true);
    }

    private QueryResponse query(long recipeId, Map<String, AttributeValue> startAfter, int limit) {
        return dynamoDb.query(query ->
                query.tableName(RecipesTable.NAME)
                        .keyConditionExpression("#recipe = :recipe AND begins_with(#part, :makes)")
                        .projectionExpression(MakeRows.ITEM)
                        .expressionAttributeNames(
                                Map.of(
                                        "#recipe", RecipesTable.RECIPE,
                                        "#part", RecipesTable.PART,
                                        "#outcome", "outcome"))
                        .expressionAttributeValues(
                                Map.of(
                                        ":recipe", text(RecipesTable.partition(recipeId)),
                                        ":makes", text(RecipesTable.MAKE_PREFIX)))
                        .exclusiveStartKey(startAfter.isEmpty() ? null : startAfter)
                        .consistentRead(true)
                        .scanIndexForward(false)
                        .limit(limit));
    }
}

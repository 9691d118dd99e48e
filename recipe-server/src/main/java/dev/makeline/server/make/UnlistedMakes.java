package dev.makeline.server.make;

import static dev.makeline.protocol.Attributes.requiredNumber;
import static dev.makeline.protocol.Attributes.text;

import dev.makeline.protocol.RecipesTable;
import dev.makeline.server.atomic.AtomicWrites;
import dev.makeline.server.problem.UnavailableException;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// Makes that are in no list by time, since the version that kept them wrote no such attributes.
/// Thread-safe; blocking.
@Singleton
public final class UnlistedMakes {

    private static final int ATTEMPTS = 3;

    private final DynamoDbClient dynamoDb;
    private final AtomicWrites writes;
    private final SignOffs signOffs;

    UnlistedMakes(DynamoDbClient dynamoDb, AtomicWrites writes, SignOffs signOffs) {
        this.dynamoDb = dynamoDb;
        this.writes = writes;
        this.signOffs = signOffs;
    }

    /// Enters all of a recipe into the lists. Idempotent: what is in them is left alone.
    ///
    /// @param recipeName to show with makes that do not know their recipe's name of the time
    /// @return how many were entered
    /// @throws UnavailableException when others change a make again and again; what was entered so
    ///   far stays
    public long enter(long recipeId, String recipeName) {
        long entered = 0;
        Map<String, AttributeValue> next = Map.of();
        do {
            QueryResponse page = unlisted(recipeId, next);
            for (Map<String, AttributeValue> row : page.items()) {
                enter(recipeId, row, recipeName);
                entered++;
            }
            next = page.lastEvaluatedKey();
        } while (!next.isEmpty());
        return entered;
    }

    /// Strongly consistent.
    private QueryResponse unlisted(long recipeId, Map<String, AttributeValue> after) {
        return dynamoDb.query(query ->
                query.tableName(RecipesTable.NAME)
                        .keyConditionExpression("#recipe = :recipe AND begins_with(#part, :makes)")
                        .filterExpression("attribute_not_exists(#month)")
                        .expressionAttributeNames(
                                Map.of(
                                        "#recipe", RecipesTable.RECIPE,
                                        "#part", RecipesTable.PART,
                                        "#month", RecipesTable.KEPT_MONTH))
                        .expressionAttributeValues(
                                Map.of(
                                        ":recipe", text(RecipesTable.partition(recipeId)),
                                        ":makes", text(RecipesTable.MAKE_PREFIX)))
                        .exclusiveStartKey(after.isEmpty() ? null : after)
                        .consistentRead(true));
    }

    private void enter(long recipeId, Map<String, AttributeValue> row, String recipeName) {
        long makeId = requiredNumber(row, "makeId");
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<SignOff> signOff = signOffs.find(recipeId, makeId);
            if (write(recipeId, makeId, MakeRows.lacking(row, recipeName, signOff), signOff)) {
                return;
            }
        }
        throw new UnavailableException(
                "Make %d of recipe %d is changed by others".formatted(makeId, recipeId));
    }

    /// On the condition that what is known of its sign-off is still so.
    private boolean write(
            long recipeId,
            long makeId,
            Map<String, AttributeValue> lacking,
            Optional<SignOff> signOff) {
        Map<String, AttributeValue> values = new TreeMap<>();
        lacking.forEach((name, value) -> values.put(":" + name, value));
        String assignments =
                lacking.keySet().stream()
                        .sorted()
                        .map(name -> name + " = :" + name)
                        .collect(Collectors.joining(", "));
        List<TransactWriteItem> all = new ArrayList<>();
        all.add(
                TransactWriteItem.builder()
                        .update(update ->
                                update.tableName(RecipesTable.NAME)
                                        .key(
                                                RecipesTable.key(
                                                        recipeId, RecipesTable.makePart(makeId)))
                                        .updateExpression("SET " + assignments)
                                        .conditionExpression(
                                                "attribute_exists(#part) AND attribute_not_exists(#month)")
                                        .expressionAttributeNames(
                                                Map.of(
                                                        "#part", RecipesTable.PART,
                                                        "#month", RecipesTable.KEPT_MONTH))
                                        .expressionAttributeValues(values))
                        .build());
        all.add(
                TransactWriteItem.builder()
                        .conditionCheck(check ->
                                check.tableName(RecipesTable.NAME)
                                        .key(
                                                RecipesTable.key(
                                                        recipeId, RecipesTable.signOffPart(makeId)))
                                        .conditionExpression(
                                                signOff.isPresent()
                                                        ? "attribute_exists(#part)"
                                                        : "attribute_not_exists(#part)")
                                        .expressionAttributeNames(
                                                Map.of("#part", RecipesTable.PART)))
                        .build());
        return writes.write(all).isEmpty();
    }
}

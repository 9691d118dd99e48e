package dev.makeline.server.recipe;

import static dev.makeline.protocol.Attributes.number;
import static dev.makeline.protocol.Attributes.text;

import dev.makeline.protocol.RecipesTable;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// The writes of a transaction; all but [#put] with the condition that what was read is still so.
final class RecipeWrites {

    private static final String ABSENT = "attribute_not_exists(#part)";
    private static final Map<String, String> PART = Map.of("#part", RecipesTable.PART);

    private RecipeWrites() {}

    static TransactWriteItem put(Map<String, AttributeValue> row) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(RecipesTable.NAME).item(row))
                .build();
    }

    static TransactWriteItem putNew(Map<String, AttributeValue> row) {
        return TransactWriteItem.builder()
                .put(put ->
                        put.tableName(RecipesTable.NAME)
                                .item(row)
                                .conditionExpression(ABSENT)
                                .expressionAttributeNames(PART))
                .build();
    }

    static TransactWriteItem putHead(Map<String, AttributeValue> row, Optional<Head> seen) {
        return seen.map(head -> putIf(row, RecipeRows.REVISION, number(head.revision())))
                .orElseGet(() -> putNew(row));
    }

    static TransactWriteItem putTaken(Map<String, AttributeValue> row, Optional<ObjectOrder> seen) {
        return seen.map(order -> putIf(row, RecipeRows.OBJECT_ID, text(order.objectId())))
                .orElseGet(() -> putNew(row));
    }

    static TransactWriteItem checkHead(long recipeId, int revision) {
        return TransactWriteItem.builder()
                .conditionCheck(check ->
                        check.tableName(RecipesTable.NAME)
                                .key(RecipesTable.key(recipeId, RecipesTable.HEAD))
                                .conditionExpression("#seen = :seen")
                                .expressionAttributeNames(Map.of("#seen", RecipeRows.REVISION))
                                .expressionAttributeValues(Map.of(":seen", number(revision))))
                .build();
    }

    private static TransactWriteItem putIf(
            Map<String, AttributeValue> row, String attribute, AttributeValue seen) {
        return TransactWriteItem.builder()
                .put(put ->
                        put.tableName(RecipesTable.NAME)
                                .item(row)
                                .conditionExpression("#seen = :seen")
                                .expressionAttributeNames(Map.of("#seen", attribute))
                                .expressionAttributeValues(Map.of(":seen", seen)))
                .build();
    }
}

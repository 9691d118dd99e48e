package dev.makeline.server.insight;

import static dev.makeline.protocol.Attributes.number;
import static dev.makeline.protocol.Attributes.requiredText;
import static dev.makeline.protocol.Attributes.text;

import dev.makeline.protocol.RecipesTable;
import dev.makeline.server.recipe.Cancellation;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// Figures in DynamoDB. A make is counted by one transaction that adds it and takes its mark away,
/// on the condition that the mark is there and the figures are as they were read: exactly once,
/// whoever counts and whatever dies. Thread-safe; blocking.
@Singleton
final class InsightStore {

    /// Marks and rows of one transaction are 100 at most, revisions included.
    static final int BATCH = 49;

    /// As many revisions as a transaction can write at once; a recount leaves out older ones.
    static final int REVISIONS = 90;

    private final DynamoDbClient dynamoDb;

    InsightStore(DynamoDbClient dynamoDb) {
        this.dynamoDb = dynamoDb;
    }

    /// A page of makes that wait to be counted.
    ///
    /// @param parts of their keys, by recipe
    /// @param next where to go on; empty at the end
    record Waiting(Map<Long, List<String>> parts, Map<String, AttributeValue> next) {
        Waiting {
            parts = Map.copyOf(parts);
            next = Map.copyOf(next);
        }
    }

    /// The oldest first; follows the makes after some milliseconds.
    ///
    /// @param after exclusive; empty for the beginning
    Waiting notCounted(String shard, int limit, Map<String, AttributeValue> after) {
        QueryResponse page =
                dynamoDb.query(query ->
                        query.tableName(RecipesTable.NAME)
                                .indexName(RecipesTable.NOT_COUNTED)
                                .keyConditionExpression("#shard = :shard")
                                .expressionAttributeNames(
                                        Map.of("#shard", RecipesTable.NOT_COUNTED_SHARD))
                                .expressionAttributeValues(Map.of(":shard", text(shard)))
                                .exclusiveStartKey(after.isEmpty() ? null : after)
                                .limit(limit));
        Map<Long, List<String>> parts = new TreeMap<>();
        page.items()
                .forEach(row ->
                        parts.computeIfAbsent(
                                        RecipesTable.recipeIdOf(
                                                requiredText(row, RecipesTable.RECIPE)),
                                        _ -> new ArrayList<>())
                                .add(requiredText(row, RecipesTable.PART)));
        return new Waiting(parts, page.lastEvaluatedKey());
    }

    /// Strongly consistent.
    InsightRows.Head head(long recipeId) {
        return row(recipeId, InsightRows.HEAD)
                .map(InsightRows::toHead)
                .orElse(InsightRows.Head.NONE);
    }

    /// Strongly consistent.
    RevisionFigures revision(long recipeId, int revision) {
        return row(recipeId, InsightRows.part(revision))
                .map(InsightRows::toRevision)
                .orElse(RevisionFigures.NONE);
    }

    /// The makes of these that are not counted yet; strongly consistent.
    List<CountedMake> marked(long recipeId, List<String> parts) {
        var answer =
                dynamoDb.batchGetItem(get ->
                        get.requestItems(
                                Map.of(
                                        RecipesTable.NAME,
                                        KeysAndAttributes.builder()
                                                .consistentRead(true)
                                                .projectionExpression(CountedMakes.PROJECTION)
                                                .expressionAttributeNames(
                                                        Map.of("#outcome", "outcome"))
                                                .keys(
                                                        parts.stream()
                                                                .map(part ->
                                                                        RecipesTable.key(
                                                                                recipeId, part))
                                                                .toList())
                                                .build())));
        return answer.responses().getOrDefault(RecipesTable.NAME, List.of()).stream()
                .filter(InsightStore::isMarked)
                .map(CountedMakes::of)
                .toList();
    }

    /// Whether they were counted; not when somebody else changed the figures or counted one of them
    /// meanwhile, or counts the recipe anew.
    boolean count(long recipeId, InsightRows.Head before, List<CountedMake> makes) {
        Map<Integer, RevisionFigures> revisions = new HashMap<>();
        for (int number : new TreeSet<>(makes.stream().map(CountedMake::revision).toList())) {
            revisions.put(number, revision(recipeId, number));
        }
        Figures after = new Figures(before.figures(), revisions).plus(Figures.of(makes));
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(
                putHead(
                        InsightRows.head(
                                recipeId,
                                new InsightRows.Head(
                                        before.version() + 1, Optional.empty(), after.recipe())),
                        before));
        after.revisions()
                .forEach((number, figures) ->
                        writes.add(put(InsightRows.revision(recipeId, number, figures))));
        makes.forEach(make -> writes.add(unmark(recipeId, make)));
        return write(writes);
    }

    /// From now on nothing is counted until [#replace] or [#release]; whoever claims takes over.
    /// Empty when the figures are not as they were read.
    Optional<InsightRows.Head> claim(long recipeId, InsightRows.Head before, String rebuild) {
        InsightRows.Head claimed =
                new InsightRows.Head(before.version() + 1, Optional.of(rebuild), before.figures());
        try {
            dynamoDb.putItem(put -> {
                put.tableName(RecipesTable.NAME).item(InsightRows.head(recipeId, claimed));
                if (before.version() == 0) {
                    put.conditionExpression("attribute_not_exists(version)");
                } else {
                    put.conditionExpression("version = :version")
                            .expressionAttributeValues(
                                    Map.of(":version", number(before.version())));
                }
            });
            return Optional.of(claimed);
        } catch (ConditionalCheckFailedException e) {
            return Optional.empty();
        }
    }

    /// Lets the recipe be counted again after a rebuild that died.
    boolean release(long recipeId, InsightRows.Head before) {
        return write(
                List.of(
                        putClaimed(
                                InsightRows.head(
                                        recipeId,
                                        new InsightRows.Head(
                                                before.version() + 1,
                                                Optional.empty(),
                                                before.figures())),
                                before)));
    }

    /// Puts figures in the place of all that there were, at once.
    boolean replace(long recipeId, InsightRows.Head claimed, Figures figures) {
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(
                putClaimed(
                        InsightRows.head(
                                recipeId,
                                new InsightRows.Head(
                                        claimed.version() + 1, Optional.empty(), figures.recipe())),
                        claimed));
        new TreeMap<>(figures.revisions())
                .descendingMap().entrySet().stream()
                        .limit(REVISIONS)
                        .forEach(entry ->
                                writes.add(
                                        put(
                                                InsightRows.revision(
                                                        recipeId,
                                                        entry.getKey(),
                                                        entry.getValue()))));
        return write(writes);
    }

    /// A page of all makes that are counted; what is marked comes later by itself.
    record Page(List<CountedMake> counted, Map<String, AttributeValue> next) {
        Page {
            counted = List.copyOf(counted);
            next = Map.copyOf(next);
        }
    }

    /// Strongly consistent.
    Page counted(long recipeId, Map<String, AttributeValue> after) {
        QueryResponse page =
                dynamoDb.query(query ->
                        query.tableName(RecipesTable.NAME)
                                .keyConditionExpression(
                                        "#recipe = :recipe AND begins_with(#part, :makes)")
                                .projectionExpression(CountedMakes.PROJECTION)
                                .expressionAttributeNames(
                                        Map.of(
                                                "#recipe", RecipesTable.RECIPE,
                                                "#part", RecipesTable.PART,
                                                "#outcome", "outcome"))
                                .expressionAttributeValues(
                                        Map.of(
                                                ":recipe", text(RecipesTable.partition(recipeId)),
                                                ":makes", text(RecipesTable.MAKE_PREFIX)))
                                .exclusiveStartKey(after.isEmpty() ? null : after)
                                .consistentRead(true));
        return new Page(
                page.items().stream().filter(row -> !isMarked(row)).map(CountedMakes::of).toList(),
                page.lastEvaluatedKey());
    }

    private static boolean isMarked(Map<String, AttributeValue> row) {
        return row.containsKey(RecipesTable.NOT_COUNTED_SHARD);
    }

    private static TransactWriteItem putHead(
            Map<String, AttributeValue> row, InsightRows.Head before) {
        return TransactWriteItem.builder()
                .put(put -> {
                    put.tableName(RecipesTable.NAME).item(row);
                    if (before.version() == 0) {
                        put.conditionExpression("attribute_not_exists(version)");
                    } else {
                        put.conditionExpression(
                                        "version = :version AND attribute_not_exists(rebuildClaim)")
                                .expressionAttributeValues(
                                        Map.of(":version", number(before.version())));
                    }
                })
                .build();
    }

    private static TransactWriteItem putClaimed(
            Map<String, AttributeValue> row, InsightRows.Head claimed) {
        return TransactWriteItem.builder()
                .put(put ->
                        put.tableName(RecipesTable.NAME)
                                .item(row)
                                .conditionExpression(
                                        "version = :version AND rebuildClaim = :rebuild")
                                .expressionAttributeValues(
                                        Map.of(
                                                ":version", number(claimed.version()),
                                                ":rebuild", text(claimed.rebuild().orElseThrow()))))
                .build();
    }

    private static TransactWriteItem put(Map<String, AttributeValue> row) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(RecipesTable.NAME).item(row))
                .build();
    }

    private static TransactWriteItem unmark(long recipeId, CountedMake make) {
        return TransactWriteItem.builder()
                .update(update ->
                        update.tableName(RecipesTable.NAME)
                                .key(
                                        RecipesTable.key(
                                                recipeId, RecipesTable.makePart(make.makeId())))
                                .updateExpression("REMOVE #mark")
                                .conditionExpression("attribute_exists(#mark)")
                                .expressionAttributeNames(
                                        Map.of("#mark", RecipesTable.NOT_COUNTED_SHARD)))
                .build();
    }

    private boolean write(List<TransactWriteItem> writes) {
        try {
            dynamoDb.transactWriteItems(transaction -> transaction.transactItems(writes));
            return true;
        } catch (TransactionCanceledException e) {
            if (Cancellation.isContention(e.cancellationReasons())) {
                return false;
            }
            throw e;
        }
    }

    private Optional<Map<String, AttributeValue>> row(long recipeId, String part) {
        var response =
                dynamoDb.getItem(get ->
                        get.tableName(RecipesTable.NAME)
                                .key(RecipesTable.key(recipeId, part))
                                .consistentRead(true));
        return response.hasItem() ? Optional.of(response.item()) : Optional.empty();
    }
}

package dev.makeline.server.recipe;

import static dev.makeline.protocol.Attributes.requiredText;
import static dev.makeline.protocol.Attributes.text;

import dev.makeline.protocol.RecipesTable;
import dev.makeline.server.request.Effect;
import dev.makeline.server.request.Found;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// Recipes and revisions in DynamoDB. Thread-safe; blocking.
@Singleton
public final class RecipeStore {

    private final DynamoDbClient dynamoDb;

    RecipeStore(DynamoDbClient dynamoDb) {
        this.dynamoDb = dynamoDb;
    }

    /// Strongly consistent.
    public Optional<Head> head(long recipeId) {
        return row(recipeId, RecipesTable.HEAD).map(RecipeRows::toHead);
    }

    public Optional<Revision> revision(long recipeId, int number) {
        return row(recipeId, RecipesTable.revisionPart(number)).map(RecipeRows::toRevision);
    }

    /// The current revision with its document; strongly consistent.
    public Optional<Revision> current(long recipeId) {
        return head(recipeId).flatMap(head -> revision(recipeId, head.revision()));
    }

    RecipeState state(long recipeId, RecipeChange change, Effect effect) {
        Optional<String> takenPart = takenOf(change).map(RecipeRows::takenPart);
        List<String> parts = new ArrayList<>(List.of(RecipesTable.HEAD));
        if (effect.isRepeatable()) {
            parts.add(RecipeRows.effectPart(effect));
        }
        Optional<String> secondPart =
                takenOf(change).map(order -> RecipeRows.effectPart(order.lastPutOfItsSecond()));
        secondPart.filter(part -> !parts.contains(part)).ifPresent(parts::add);
        takenPart.ifPresent(parts::add);
        Map<String, Map<String, AttributeValue>> rows = rows(recipeId, parts);
        return new RecipeState(
                Optional.ofNullable(rows.get(RecipesTable.HEAD)).map(RecipeRows::toHead),
                Optional.ofNullable(rows.get(RecipeRows.effectPart(effect)))
                        .map(RecipeRows::toPastEffect),
                secondPart
                        .flatMap(part -> Optional.ofNullable(rows.get(part)))
                        .map(RecipeRows::toPastEffect),
                takenPart
                        .flatMap(part -> Optional.ofNullable(rows.get(part)))
                        .map(RecipeRows::toOrder));
    }

    /// Whether the revision became current; not when anything of `state` has changed meanwhile.
    ///
    /// @param record what is written with it
    boolean append(
            Revision revision,
            RecipeState state,
            RecipeChange change,
            Effect effect,
            List<TransactWriteItem> record) {
        List<TransactWriteItem> writes = new ArrayList<>(record);
        writes.add(RecipeWrites.putNew(RecipeRows.revision(revision)));
        writes.add(RecipeWrites.putHead(RecipeRows.head(revision), state.head()));
        writes.addAll(
                remembering(
                        revision.recipeId(),
                        revision.number(),
                        revision.createdAt(),
                        state,
                        change,
                        effect));
        return write(writes);
    }

    /// Whether the effect is remembered; not when anything of `state` has changed meanwhile.
    boolean remember(
            long recipeId,
            int revision,
            Instant at,
            RecipeState state,
            RecipeChange change,
            Effect effect) {
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(RecipeWrites.checkHead(recipeId, revision));
        writes.addAll(remembering(recipeId, revision, at, state, change, effect));
        return write(writes);
    }

    /// In the order of ids.
    public Found<Head> list(Optional<String> after, int limit) {
        Map<String, AttributeValue> values =
                new HashMap<>(Map.of(":listed", text(RecipesTable.LISTED)));
        after.ifPresent(order -> values.put(":after", text(order)));
        return heads(query ->
                query.indexName(RecipesTable.ALL_RECIPES)
                        .keyConditionExpression(
                                after.isPresent()
                                        ? "#listing = :listed AND #order > :after"
                                        : "#listing = :listed")
                        .expressionAttributeNames(
                                after.isPresent()
                                        ? Map.of(
                                                "#listing", RecipesTable.LISTING,
                                                "#order", RecipesTable.LISTING_ORDER)
                                        : Map.of("#listing", RecipesTable.LISTING))
                        .expressionAttributeValues(values)
                        .limit(limit));
    }

    /// The newest first, without their documents.
    public Found<Head> revisions(long recipeId, Optional<Integer> before, int limit) {
        String last =
                before.map(number -> RecipesTable.revisionPart(number - 1))
                        .orElse(RecipesTable.REVISION_PREFIX + "9999999999");
        return heads(query ->
                query.keyConditionExpression("#recipe = :recipe AND #part BETWEEN :first AND :last")
                        .projectionExpression(RecipeRows.HEAD_ATTRIBUTES)
                        .expressionAttributeNames(
                                Map.of("#recipe", RecipesTable.RECIPE, "#part", RecipesTable.PART))
                        .expressionAttributeValues(
                                Map.of(
                                        ":recipe", text(RecipesTable.partition(recipeId)),
                                        ":first", text(RecipesTable.REVISION_PREFIX),
                                        ":last", text(last)))
                        .scanIndexForward(false)
                        .limit(limit));
    }

    private Found<Head> heads(Consumer<QueryRequest.Builder> query) {
        QueryResponse response =
                dynamoDb.query(request -> {
                    request.tableName(RecipesTable.NAME);
                    query.accept(request);
                });
        return new Found<>(
                response.items().stream().map(RecipeRows::toHead).toList(),
                !response.lastEvaluatedKey().isEmpty());
    }

    private static List<TransactWriteItem> remembering(
            long recipeId,
            int revision,
            Instant at,
            RecipeState state,
            RecipeChange change,
            Effect effect) {
        List<TransactWriteItem> writes = new ArrayList<>();
        if (effect.isRepeatable()) {
            writes.add(
                    RecipeWrites.putNew(
                            RecipeRows.effect(recipeId, effect, revision, at, takenOf(change))));
        }
        takenOf(change)
                .map(ObjectOrder::lastPutOfItsSecond)
                .filter(second -> !second.equals(effect))
                .map(second ->
                        RecipeWrites.put(
                                RecipeRows.effect(recipeId, second, revision, at, takenOf(change))))
                .ifPresent(writes::add);
        takenOf(change)
                .map(order ->
                        RecipeWrites.putTaken(RecipeRows.taken(recipeId, order), state.lastTaken()))
                .ifPresent(writes::add);
        return writes;
    }

    private static Optional<ObjectOrder> takenOf(RecipeChange change) {
        return switch (change) {
            case RecipeChange.Create() -> Optional.empty();
            case RecipeChange.Update(var ifMatch) -> Optional.empty();
            case RecipeChange.Take(var order) -> Optional.of(order);
        };
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

    private Map<String, Map<String, AttributeValue>> rows(long recipeId, List<String> parts) {
        BatchGetItemResponse response =
                dynamoDb.batchGetItem(get ->
                        get.requestItems(
                                Map.of(
                                        RecipesTable.NAME,
                                        KeysAndAttributes.builder()
                                                .consistentRead(true)
                                                .keys(
                                                        parts.stream()
                                                                .map(part ->
                                                                        RecipesTable.key(
                                                                                recipeId, part))
                                                                .toList())
                                                .build())));
        if (!response.unprocessedKeys().isEmpty()) {
            throw new RecipeContendedException(recipeId);
        }
        return response.responses().getOrDefault(RecipesTable.NAME, List.of()).stream()
                .collect(Collectors.toMap(row -> requiredText(row, RecipesTable.PART), row -> row));
    }
}

package dev.makeline.benchmark.insights;

import static dev.makeline.protocol.Attributes.number;
import static dev.makeline.protocol.Attributes.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.makeline.benchmark.instance.ApiClient;
import dev.makeline.benchmark.instance.Instance;
import dev.makeline.benchmark.instance.InstanceFailedException;
import dev.makeline.benchmark.instance.Program;
import dev.makeline.benchmark.latency.Percentiles;
import dev.makeline.protocol.RecipesTable;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/// Reads the figures of recipes at an instance of its own. Not thread-safe.
public final class InsightsRun {

    /// Rows of one write; DynamoDB takes 25.
    private static final int REBUILDS = 5;
    private static final int ROWS = 25;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Instance instance;
    private final ApiClient api;
    private final Consumer<String> progress;

    private InsightsRun(Instance instance, Consumer<String> progress) {
        this.instance = instance;
        this.api = instance.apiClient();
        this.progress = progress;
    }

    /// Starts what it takes.
    public static InsightsRun start(Instance instance, Consumer<String> progress)
            throws InterruptedException {
        progress.accept("starting local AWS and recipe-server");
        instance.startLocalAws();
        instance.start(Program.RECIPE_SERVER);
        return new InsightsRun(instance, progress);
    }

    /// A recipe with so many makes, all of them counted by one rebuild.
    public void addRecipe(long recipeId, int makes) {
        progress.accept("putting %,d makes of recipe %d".formatted(makes, recipeId));
        call("/recipes", document(recipeId, "plums"));
        JsonNode made = call("/recipes/%d/makes".formatted(recipeId), document(recipeId, "pears"));
        Map<String, AttributeValue> template = row(recipeId, made.path("makeId").longValue());
        for (int first = 1; first < makes; first += ROWS) {
            put(template, recipeId, first, Math.min(ROWS, makes - first));
        }
        rebuild(recipeId, REBUILDS);
    }

    /// One that broke off changed nothing, and is begun again.
    private void rebuild(long recipeId, int tries) {
        try {
            call("/recipes/%d/insights/rebuild".formatted(recipeId), Map.of());
        } catch (InstanceFailedException e) {
            if (tries <= 1) {
                throw e;
            }
            progress.accept(String.valueOf(e.getMessage()));
            rebuild(recipeId, tries - 1);
        }
    }

    /// One reading after the other.
    ///
    /// @param warmUp readings before, which do not count
    public Percentiles measure(long recipeId, int makes, int warmUp, int readings) {
        progress.accept("%d readings of recipe %d".formatted(readings, recipeId));
        IntStream.range(0, warmUp).forEach(_ -> read(recipeId, makes));
        List<Duration> latencies =
                IntStream.range(0, readings).mapToObj(_ -> read(recipeId, makes)).toList();
        return Percentiles.of(latencies);
    }

    private Duration read(long recipeId, int makes) {
        long began = System.nanoTime();
        JsonNode figures =
                api.get("/recipes/%d/insights".formatted(recipeId), instance.operatorToken());
        Duration latency = Duration.ofNanos(System.nanoTime() - began);
        if (figures.path("makes").intValue() < makes - 1) {
            throw new InstanceFailedException(
                    "Recipe %d has %d makes and figures of %d"
                            .formatted(recipeId, makes, figures.path("makes").intValue()));
        }
        return latency;
    }

    private JsonNode call(String path, Object body) {
        return api.send("POST", path, Optional.of(instance.operatorToken()), Optional.of(body));
    }

    private Map<String, AttributeValue> row(long recipeId, long makeId) {
        return instance.aws()
                .dynamoDb()
                .getItem(get ->
                        get.tableName(RecipesTable.NAME)
                                .key(RecipesTable.key(recipeId, RecipesTable.makePart(makeId))))
                .item();
    }

    private void put(Map<String, AttributeValue> template, long recipeId, int first, int count) {
        Map<String, List<WriteRequest>> rows =
                Map.of(
                        RecipesTable.NAME,
                        IntStream.range(first, first + count)
                                .mapToObj(makeId -> copy(template, recipeId, makeId))
                                .map(row ->
                                        WriteRequest.builder()
                                                .putRequest(put -> put.item(row))
                                                .build())
                                .toList());
        while (!rows.isEmpty()) {
            Map<String, List<WriteRequest>> next = rows;
            rows =
                    instance.aws()
                            .dynamoDb()
                            .batchWriteItem(write -> write.requestItems(next))
                            .unprocessedItems();
        }
    }

    /// As the server writes it and has counted it, an hour apart.
    private static Map<String, AttributeValue> copy(
            Map<String, AttributeValue> template, long recipeId, int makeId) {
        Map<String, AttributeValue> row = new HashMap<>(template);
        Instant at = Instant.now().minus(Duration.ofHours(makeId));
        row.putAll(RecipesTable.key(recipeId, RecipesTable.makePart(makeId)));
        row.put("makeId", number(makeId));
        row.put("recordedAt", text(at.toString()));
        row.put("rating", text(Integer.toString(1 + makeId % 5)));
        row.put(RecipesTable.KEPT_MONTH, text(RecipesTable.monthShard(at, makeId)));
        row.computeIfPresent(
                RecipesTable.OPEN_MONTH, (_, _) -> text(RecipesTable.monthShard(at, makeId)));
        row.put(RecipesTable.KEPT_ORDER, text(RecipesTable.keptOrder(at, recipeId, makeId)));
        row.remove(RecipesTable.NOT_COUNTED_SHARD);
        return row;
    }

    /// The document of a make of such a recipe, for the intake.
    public static String make(long recipeId, String madeBy) {
        Map<String, Object> make = new HashMap<>(document(recipeId, "pears"));
        make.put("madeBy", madeBy);
        try {
            return JSON.writeValueAsString(make);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("No JSON can be made of " + make, e);
        }
    }

    private static Map<String, Object> document(long recipeId, String fruit) {
        return Map.of(
                "recipeName",
                "Cake",
                "recipeId",
                recipeId,
                "rating",
                4,
                "ingredients",
                List.of(
                        ingredient(1, 250, "flour"),
                        ingredient(2, 120, "sugar"),
                        ingredient(3, 80, "butter"),
                        ingredient(4, 400, fruit)),
                "steps",
                List.of(Map.of("stepId", 1, "stepText", "Mix all and bake it for 40 minutes.")));
    }

    private static Map<String, Object> ingredient(int id, int grams, String name) {
        return Map.of(
                "ingredientId", id, "quantity", grams, "measurement", "g", "ingredientName", name);
    }
}

package dev.makeline.server.insight;

import static dev.makeline.protocol.Attributes.number;
import static dev.makeline.protocol.Attributes.text;

import dev.makeline.local.LocalAws;
import dev.makeline.local.LocalAwsSettings;
import dev.makeline.protocol.RecipesTable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/// Makes in a table of its own, which nobody counts but the test.
final class MakesOfTheTest {

    private static final LocalAws AWS =
            LocalAws.start(LocalAwsSettings.inMemory().withoutS3Events());
    private static final AtomicLong RECIPE_IDS = new AtomicLong();

    /// Beyond the ids that the tests count up to.
    private static final long FAR = 1_000_000;

    final DynamoDbClient dynamoDb =
            DynamoDbClient.builder()
                    .endpointOverride(AWS.dynamoDb())
                    .region(Region.US_EAST_1)
                    .credentialsProvider(
                            StaticCredentialsProvider.create(
                                    AwsBasicCredentials.create("test", "test")))
                    .httpClient(ApacheHttpClient.create())
                    .build();
    final long recipeId;
    final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-11-27T08:00:00Z"));
    final InsightStore store = new InsightStore(dynamoDb);
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    MakesOfTheTest() {
        this(RECIPE_IDS.incrementAndGet());
    }

    private MakesOfTheTest(long recipeId) {
        this.recipeId = recipeId;
    }

    MakesOfTheTest ofAnotherRecipeOfTheShard() {
        String shard = RecipesTable.notCountedShard(recipeId);
        return LongStream.iterate(recipeId + FAR, id -> id + 1)
                .filter(id -> RecipesTable.notCountedShard(id).equals(shard))
                .mapToObj(MakesOfTheTest::new)
                .findFirst()
                .orElseThrow();
    }

    static InsightSettings settings() {
        return new InsightSettings(Duration.ofMillis(250), Duration.ofSeconds(3));
    }

    InsightCounting server() {
        return server(dynamoDb);
    }

    InsightCounting server(DynamoDbClient client) {
        return new InsightCounting(new InsightStore(client), settings(), now::get, executor);
    }

    void keep(int first, int count, boolean marked) {
        List<WriteRequest> writes = new ArrayList<>();
        for (int makeId = first; makeId < first + count; makeId++) {
            Map<String, AttributeValue> row = row(makeId, marked);
            writes.add(
                    WriteRequest.builder()
                            .putRequest(PutRequest.builder().item(row).build())
                            .build());
            if (writes.size() == 25 || makeId == first + count - 1) {
                List<WriteRequest> batch = List.copyOf(writes);
                dynamoDb.batchWriteItem(
                        write -> write.requestItems(Map.of(RecipesTable.NAME, batch)));
                writes.clear();
            }
        }
    }

    private Map<String, AttributeValue> row(long makeId, boolean marked) {
        Instant at = now.get().minusSeconds(makeId * 3_600);
        Map<String, AttributeValue> row =
                new HashMap<>(RecipesTable.key(recipeId, RecipesTable.makePart(makeId)));
        row.put("makeId", number(makeId));
        row.put("revision", number(1));
        row.put("recordedAt", text(at.toString()));
        row.put("rating", text(Long.toString(1 + makeId % 5)));
        row.put("outcome", text(makeId % 3 == 0 ? "exact" : "deviating"));
        row.put("deviationScore", number(makeId % 3 * 10));
        row.put("criticalCount", number(makeId % 7 == 1 ? 1 : 0));
        row.put("differences", text(makeId % 3 == 0 ? "[]" : DIFFERENCES));
        row.put(RecipesTable.KEPT_ORDER, text(RecipesTable.keptOrder(at, recipeId, makeId)));
        if (marked) {
            row.put(RecipesTable.NOT_COUNTED_SHARD, text(RecipesTable.notCountedShard(recipeId)));
        }
        return row;
    }

    private static final String DIFFERENCES =
            """
            [{"kind": "quantity-changed", "places": {"recipe": ["/ingredients/0"]},
              "magnitude": {"relative": 1.2}},
             {"kind": "ingredient-substituted", "places": {"recipe": ["/ingredients/1"]},
              "difference": {"recipe": "butter", "make": "margarine"}}]
            """;

    /// As it is when a process dies after its transaction was written, before it learns so.
    DynamoDbClient thatDiesAfterItsTransaction() {
        return (DynamoDbClient)
                Proxy.newProxyInstance(
                        DynamoDbClient.class.getClassLoader(),
                        new Class<?>[] {DynamoDbClient.class},
                        (_, method, arguments) -> {
                            try {
                                Object answer = method.invoke(dynamoDb, arguments);
                                if (method.getName().equals("transactWriteItems")) {
                                    throw new IllegalStateException("died");
                                }
                                return answer;
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }
}

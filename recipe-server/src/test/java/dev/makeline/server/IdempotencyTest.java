package dev.makeline.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.protocol.AccountsTable;
import dev.makeline.protocol.Attributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class IdempotencyTest {

    private final RunningServer server = RunningServer.shared();
    private final Api api = server.api();
    private final long recipeId = RunningServer.newRecipeId();
    private final String makes = "/v1/recipes/" + recipeId + "/makes";
    private final String key = UUID.randomUUID().toString();

    @BeforeEach
    void recipe() {
        assertThat(api.post("/v1/recipes", Documents.pie(recipeId)).status()).isEqualTo(200);
    }

    @Test
    void repeatedRequestGetsTheSameAnswer() {
        Api.Answer first = makeWithKey(Documents.pie(recipeId));
        api.put("/v1/recipes", Documents.pieWithPears(recipeId));

        Api.Answer second = makeWithKey(Documents.pie(recipeId));

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(madeCount()).isEqualTo(1);
    }

    @Test
    void withoutAKeyTheSameMakeIsMadeTwice() {
        api.post(makes, Documents.pie(recipeId));
        api.post(makes, Documents.pie(recipeId));

        assertThat(madeCount()).isEqualTo(2);
    }

    @Test
    void sixteenRepetitionsAtOnceCreateOneMake() throws Exception {
        Set<String> answers;
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Api.Answer>> all =
                    callers.invokeAll(
                            IntStream.range(0, 16)
                                    .<Callable<Api.Answer>>mapToObj(
                                            i -> () -> makeWithKey(Documents.pie(recipeId)))
                                    .toList());
            answers =
                    all.stream()
                            .map(Future::resultNow)
                            .peek(answer -> assertThat(answer.status()).isEqualTo(200))
                            .map(Api.Answer::body)
                            .collect(Collectors.toSet());
        }

        assertThat(answers).hasSize(1);
        assertThat(madeCount()).isEqualTo(1);
    }

    @Test
    void keyOfAnotherBodyIsRefused() {
        makeWithKey(Documents.pie(recipeId));

        Api.Answer other = makeWithKey(Documents.pieWithPears(recipeId));

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.json().path("type").textValue())
                .isEqualTo("/problems/idempotency-key-reused");
        assertThat(madeCount()).isEqualTo(1);
    }

    @Test
    void keysOfDifferentTokensAndRoutesAreDifferent() {
        long otherId = RunningServer.newRecipeId();
        api.post("/v1/recipes", Documents.pie(otherId));
        makeWithKey(Documents.pie(recipeId));

        Api.Answer otherToken =
                server.api().post(makes, Documents.pieWithPears(recipeId), "Idempotency-Key", key);
        Api.Answer otherRoute =
                api.post(
                        "/v1/recipes/" + otherId + "/makes",
                        Documents.pie(otherId),
                        "Idempotency-Key",
                        key);

        assertThat(otherToken.status()).isEqualTo(200);
        assertThat(otherRoute.status()).isEqualTo(200);
        assertThat(madeCount()).isEqualTo(2);
    }

    @Test
    void malformedKeyIsRefused() {
        for (String malformed : List.of("", "x".repeat(256), "a\tb")) {
            Api.Answer answer =
                    api.post(makes, Documents.pie(recipeId), "Idempotency-Key", malformed);

            assertThat(answer.status()).as("'%s'", malformed).isEqualTo(400);
        }
        assertThat(
                        api.post(makes, Documents.pie(recipeId), "Idempotency-Key", "x".repeat(255))
                                .status())
                .isEqualTo(200);
    }

    @Test
    void repeatedRecipeGetsTheAnswerOfItsTime() {
        long newId = RunningServer.newRecipeId();
        Api.Answer first = api.post("/v1/recipes", Documents.pie(newId), "Idempotency-Key", key);
        api.put("/v1/recipes", Documents.pieWithPears(newId));

        Api.Answer second = api.post("/v1/recipes", Documents.pie(newId), "Idempotency-Key", key);

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("ETag")).contains("\"1\"");
    }

    @Test
    void expiredKeyIsAsIfItHadNeverBeen() {
        makeWithKey(Documents.pie(recipeId));
        expireAllRecords();

        Api.Answer later = makeWithKey(Documents.pieWithPears(recipeId));

        assertThat(later.status()).isEqualTo(200);
        assertThat(madeCount()).isEqualTo(2);
    }

    private void expireAllRecords() {
        server.dynamoDb().scanPaginator(scan -> scan.tableName(AccountsTable.NAME)).items().stream()
                .filter(item -> item.containsKey("timeToLive"))
                .forEach(item -> {
                    Map<String, AttributeValue> expired = new HashMap<>(item);
                    expired.put("timeToLive", Attributes.number(1));
                    server.dynamoDb()
                            .putItem(put -> put.tableName(AccountsTable.NAME).item(expired));
                });
    }

    private Api.Answer makeWithKey(String document) {
        return api.post(makes, document, "Idempotency-Key", key);
    }

    private int madeCount() {
        return api.get(makes).json().path("items").size();
    }
}

package dev.makeline.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RecipeTest {

    private final RunningServer server = RunningServer.shared();
    private final Api api = server.api();
    private final long recipeId = RunningServer.newRecipeId();
    private final String path = "/v1/recipes/" + recipeId;

    @Test
    void addedRecipeIsAnsweredWithItsPlaceAndRevision() {
        Api.Answer added = api.post("/v1/recipes", Documents.pie(recipeId));

        assertThat(added.status()).isEqualTo(200);
        assertThat(added.json().path("recipeId").asLong()).isEqualTo(recipeId);
        assertThat(added.header("Location")).contains(path);
        assertThat(added.header("ETag")).contains("\"1\"");
        assertThat(api.get(path).json()).isEqualTo(added.json());
    }

    @Test
    void sameRecipeAddedAgainIsTheSameHoweverItIsWritten() {
        api.post("/v1/recipes", Documents.pie(recipeId));

        Api.Answer again =
                api.post(
                        "/v1/recipes",
                        """
                        {"steps": [
                          {"stepText": "Gather ingredients", "stepId": 1},
                          {"stepId": 2, "stepText": "Pre heat oven to 350 degrees"},
                          {"stepId": 3, "stepText": "Make the pie"}],
                         "recipeId": %d, "rating": 5,
                         "ingredients": [
                          {"ingredientId": 1, "quantity": 1.00, "measurement": "unit", "ingredientName": "pieCrust"},
                          {"ingredientId": 2, "quantity": 5, "measurement": "unit", "ingredientName": "apples"},
                          {"ingredientId": 3, "quantity": 5e-1, "measurement": "TBS", "ingredientName": "cinnamon"}],
                         "recipeName": "Apple Pie"}
                        """
                                .formatted(recipeId));

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("ETag")).contains("\"1\"");
        assertThat(api.get(path + "/revisions").json().path("items")).hasSize(1);
    }

    @Test
    void addingOtherContentUnderATakenIdSaysToPutIt() {
        api.post("/v1/recipes", Documents.pie(recipeId));

        Api.Answer other = api.post("/v1/recipes", Documents.pieWithPears(recipeId));

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.json().path("type").textValue()).isEqualTo("/problems/recipe-exists");
        assertThat(other.json().path("detail").textValue()).contains("PUT");
    }

    @Test
    void recipeWithoutAnIdGetsOneOfItsName() {
        String document = Documents.pie(recipeId).replace("\"recipeId\": " + recipeId + ",", "");
        document = document.replace("Apple Pie", "Apple Pie number " + recipeId);

        JsonNode first = api.post("/v1/recipes", document).json();
        JsonNode second = api.post("/v1/recipes", document).json();

        assertThat(first.path("recipeId").isIntegralNumber()).isTrue();
        assertThat(second).isEqualTo(first);
    }

    @Test
    void updateIsANewRevisionAndTheOldOneStays() {
        api.post("/v1/recipes", Documents.pie(recipeId));

        Api.Answer updated = api.put("/v1/recipes", Documents.pieWithPears(recipeId));
        Api.Answer again = api.put(path, Documents.pieWithPears(recipeId));

        assertThat(updated.status()).isEqualTo(200);
        assertThat(updated.header("ETag")).contains("\"2\"");
        assertThat(again.header("ETag")).contains("\"2\"");
        assertThat(api.get(path).body()).contains("pears");
        assertThat(api.get(path + "/revisions/1").body()).contains("apples");
        assertThat(api.get(path + "/revisions/3").status()).isEqualTo(404);
        assertThat(api.get(path + "/revisions").json().path("items"))
                .extracting(item -> item.path("revision").intValue())
                .containsExactly(2, 1);
    }

    @Test
    void updateOfAnUnknownRecipeIsNotFound() {
        Api.Answer answer = api.put("/v1/recipes", Documents.pie(recipeId));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().path("type").textValue()).isEqualTo("/problems/recipe-not-found");
        assertThat(api.get(path).status()).isEqualTo(404);
        assertThat(api.get(path + "/revisions").status()).isEqualTo(404);
    }

    @Test
    void updateOnTheConditionOfAnotherRevisionChangesNothing() {
        api.post("/v1/recipes", Documents.pie(recipeId));

        Api.Answer stale =
                api.put(path, Documents.pieWithPears(recipeId), "If-Match", "\"7\", \"9\"");
        Api.Answer malformed = api.put(path, Documents.pieWithPears(recipeId), "If-Match", "1");
        Api.Answer current =
                api.put(path, Documents.pieWithPears(recipeId), "If-Match", "\"3\", \"1\"");
        Api.Answer any = api.put(path, Documents.pie(recipeId), "If-Match", "*");

        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.header("ETag")).contains("\"1\"");
        assertThat(malformed.status()).isEqualTo(400);
        assertThat(current.header("ETag")).contains("\"2\"");
        assertThat(any.header("ETag")).contains("\"3\"");
    }

    @Test
    void unchangedRecipeIsNotSentAgain() {
        api.post("/v1/recipes", Documents.pie(recipeId));

        Api.Answer same = api.get(path, "If-None-Match", "\"1\"");
        Api.Answer other = api.get(path, "If-None-Match", "\"2\"");

        assertThat(same.status()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        assertThat(same.header("ETag")).contains("\"1\"");
        assertThat(other.status()).isEqualTo(200);
    }

    @Test
    void pathAndDocumentMustNameTheSameRecipe() {
        api.post("/v1/recipes", Documents.pie(recipeId));

        Api.Answer answer = api.put(path, Documents.pie(recipeId + 1_000_000));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("type").textValue())
                .isEqualTo("/problems/recipe-id-mismatch");
    }

    @Test
    void numbersAndUnknownFieldsComeBackAsTheyWere() {
        String document =
                Documents.pie(recipeId)
                        .replace("\"rating\": 5.0", "\"rating\": 4.100, \"origin\": {\"a\": [1.0]}")
                        .replace("\"quantity\": 5", "\"quantity\": 0.10000000000000000000000001");

        String kept = api.post("/v1/recipes", document).body();

        assertThat(kept)
                .contains("\"rating\":4.100")
                .contains("\"origin\":{\"a\":[1.0]}")
                .contains("0.10000000000000000000000001");
        assertThat(api.get(path).body()).isEqualTo(kept);
    }

    @Test
    void listOfRecipesGoesOnWhereItsCursorSays() {
        List<Long> ids = LongStream.range(0, 5).mapToObj(i -> RunningServer.newRecipeId()).toList();
        ids.forEach(id -> api.post("/v1/recipes", Documents.pie(id)));

        List<Long> listed = new ArrayList<>();
        String next = "/v1/recipes?limit=2";
        while (!next.isEmpty()) {
            JsonNode page = api.get(next).json();
            assertThat(page.path("items").size()).isBetween(1, 2);
            page.path("items").forEach(item -> listed.add(item.path("recipeId").longValue()));
            String cursor = page.path("nextCursor").asText("");
            next = cursor.isEmpty() ? "" : "/v1/recipes?limit=2&cursor=" + cursor;
        }

        assertThat(listed).containsAll(ids).doesNotHaveDuplicates().isSorted();
        JsonNode item = api.get("/v1/recipes?limit=1").json().path("items").get(0);
        assertThat(item.properties())
                .extracting(Map.Entry::getKey)
                .contains("recipeId", "recipeName", "revision", "updatedAt");
    }

    @Test
    void cursorThatWasChangedOrIsOfAnotherListIsRefused() {
        List<Long> ids = LongStream.range(0, 2).mapToObj(i -> RunningServer.newRecipeId()).toList();
        ids.forEach(id -> api.post("/v1/recipes", Documents.pie(id)));
        String cursor = api.get("/v1/recipes?limit=1").json().path("nextCursor").textValue();

        char last = cursor.charAt(cursor.length() - 2);
        String changed =
                cursor.substring(0, cursor.length() - 2)
                        + (last == 'A' ? 'B' : 'A')
                        + cursor.substring(cursor.length() - 1);

        assertThat(api.get("/v1/recipes?cursor=" + changed).status()).isEqualTo(400);
        assertThat(api.get("/v1/recipes?cursor=x").status()).isEqualTo(400);
        assertThat(api.get("/v1/intake?cursor=" + cursor).status()).isEqualTo(400);
        assertThat(api.get("/v1/recipes?limit=201").status()).isEqualTo(400);
        assertThat(api.get("/v1/recipes?limit=200").status()).isEqualTo(200);
    }

    @Test
    void sixteenWritersAtOnceMakeSixteenRevisions() throws Exception {
        api.post("/v1/recipes", Documents.pie(recipeId));

        List<Integer> revisions = new ArrayList<>();
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Api.Answer>> answers =
                    writers.invokeAll(
                            IntStream.range(0, 16)
                                    .<Callable<Api.Answer>>mapToObj(i ->
                                            () ->
                                                    api.put(
                                                            path,
                                                            Documents.pie(recipeId)
                                                                    .replace(
                                                                            "apples",
                                                                            "apples " + i)))
                                    .toList());
            for (Future<Api.Answer> answer : answers) {
                assertThat(answer.get().status()).as(answer.get().body()).isEqualTo(200);
                revisions.add(
                        Integer.valueOf(
                                answer.get().header("ETag").orElseThrow().replace("\"", "")));
            }
        }

        assertThat(revisions)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(2, 17).boxed().toList());
        assertThat(api.get(path).header("ETag")).contains("\"17\"");
    }
}

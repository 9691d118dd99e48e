package dev.makeline.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The stack of docker-compose.yml as a person uses it, with three senders.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MakelineStackTest {

    private static final int SENDERS = 3;
    private static final int SENDER_PORT = 8082;
    private static final Duration SOON = Duration.ofSeconds(60);

    /// A service that was killed starts within seconds, and a message in its hands is seen again
    /// after the queue's visibility timeout.
    private static final Duration AFTER_A_KILL = Duration.ofMinutes(3);

    private static final Pattern ACCEPTED =
            Pattern.compile("makeline_sender_deliveries_total\\{outcome=\"accepted\"} ([0-9.]+)");

    private Stack stack;
    private Visitor ada;

    @BeforeAll
    void up() {
        stack = Stack.up(SENDERS);
        ada = Visitor.registered(stack.server(), "ada");
    }

    @AfterAll
    void down() {
        if (stack != null) {
            stack.close();
        }
    }

    @Test
    void aMakeThatIsDroppedIsComparedWithItsRecipe() {
        stack.put("recipes/pie.json", recipe(71, "butter"));
        stack.put("makes/pie.json", recipe(71, "margarine"));

        await().atMost(SOON).untilAsserted(() -> assertThat(makes(71)).hasSize(1));
        String differences =
                ada.get(
                                "/v1/recipes/71/makes/%s/differences"
                                        .formatted(makes(71).getFirst().path("makeId").asText()))
                        .body();
        assertThat(differences).contains("butter", "margarine");
    }

    @Test
    void aFileIsUploadedAndAJobWorksOnIt() {
        String file = ada.upload("shopping.txt", "flour\n");

        JsonNode job =
                Visitor.json(
                        ada.post(
                                "/v1/jobs",
                                """
                                {"kind": "append-text", "fileId": "%s", "parameters": {"text": "plums"}}
                                """
                                        .formatted(file)));

        String path = "/v1/jobs/" + job.path("jobId").asText();
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(ada.getJson(path).path("state").asText())
                                .isEqualTo("succeeded"));
        assertThat(
                        ada.get(
                                        "/v1/files/%s/content"
                                                .formatted(
                                                        ada.getJson(path)
                                                                .path("outputFileId")
                                                                .asText()))
                                .body())
                .contains("flour", "plums");
    }

    @Test
    void threeSendersShareTheWork() {
        stack.put("recipes/shared.json", recipe(72, "butter"));
        List<URI> senders = stack.management(Stack.SENDER, SENDER_PORT);
        assertThat(senders).hasSize(SENDERS);
        List<Double> before = senders.stream().map(MakelineStackTest::accepted).toList();

        IntStream.range(0, 120)
                .parallel()
                .forEach(i -> stack.put("makes/shared-%d.json".formatted(i), make(72, i)));

        await().atMost(SOON).untilAsserted(() -> assertThat(makes(72)).hasSize(100));
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(senders)
                                .allSatisfy(sender ->
                                        assertThat(accepted(sender))
                                                .isGreaterThan(
                                                        before.get(senders.indexOf(sender)))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"watcher-service", "sender-service", "recipe-server", "processor-service"})
    void aKilledContainerComesBackAndNothingIsLost(String service) {
        int recipe = 80 + service.length();
        stack.put("recipes/%s.json".formatted(service), recipe(recipe, "butter"));
        IntStream.range(0, 10).forEach(i -> drop(service, recipe, i));

        stack.kill(service);

        IntStream.range(10, 20).forEach(i -> drop(service, recipe, i));
        await().atMost(AFTER_A_KILL)
                .ignoreException(UncheckedIOException.class)
                .untilAsserted(() -> assertThat(makes(recipe)).hasSize(20));
        assertThat(stack.restarts(service)).isPositive();
    }

    private void drop(String service, int recipe, int i) {
        stack.put("makes/%s-%d.json".formatted(service, i), make(recipe, i));
    }

    private List<JsonNode> makes(int recipe) {
        return ada.getJson("/v1/recipes/%d/makes?limit=100".formatted(recipe))
                .path("items")
                .valueStream()
                .toList();
    }

    private static double accepted(URI sender) {
        Matcher matcher = ACCEPTED.matcher(Visitor.read(sender.resolve("/prometheus")).orElse(""));
        return matcher.find() ? Double.parseDouble(matcher.group(1)) : 0;
    }

    private static String recipe(int id, String fat) {
        return """
        {"recipeName": "Pie %d", "recipeId": %d, "rating": 4.5,
         "ingredients": [{"ingredientId": 1, "quantity": 100, "measurement": "g", "ingredientName": "%s"}],
         "steps": [{"stepId": 1, "stepText": "Bake"}]}
        """
                .formatted(id, id, fat);
    }

    private static String make(int id, int grams) {
        return recipe(id, "butter").replace("\"quantity\": 100", "\"quantity\": " + (100 + grams));
    }
}

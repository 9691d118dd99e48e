package dev.makeline.container;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The stack of docker-compose.yml as a person uses it, with three senders.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MakelineStackTest {

    private static final int SENDERS = 3;
    private static final int SENDER_PORT = 8082;
    private static final Duration SOON = Duration.ofMinutes(2);

    /// A service that was killed starts within seconds, and a message in its hands is seen again
    /// after the queue's visibility timeout.
    private static final Duration AFTER_A_KILL = Duration.ofMinutes(5);

    private static final Pattern ACCEPTED =
            Pattern.compile("makeline_sender_deliveries_total\\{outcome=\"accepted\"} ([0-9.]+)");

    private static final long SIGTERM = 143;

    /// recipe-server last: what is given to the others goes through it.
    private static final List<String> SERVICES =
            List.of("watcher-service", Stack.SENDER, "processor-service", "recipe-server");

    /// Those that have work of their own in hand, and say at the end that it is done. A JVM that
    /// ends without that has the same exit code.
    private static final Set<String> DRAINING =
            Set.of("watcher-service", Stack.SENDER, "processor-service");

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
        String job = jobOn(ada.upload("shopping.txt", "flour\n"));

        await().atMost(SOON).untilAsserted(() -> assertThat(state(job)).isEqualTo("succeeded"));
        String output = ada.getJson(job).path("outputFileId").asText();
        assertThat(ada.get("/v1/files/%s/content".formatted(output)).body())
                .contains("flour", "plums");
    }

    /// The script that the pipeline runs after a deployment.
    @Test
    void theSmokeTestFindsNothing() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "Left out: no curl here");
        ProcessBuilder smoke = new ProcessBuilder("deploy/smoke").redirectErrorStream(true);
        smoke.directory(Stack.project("."));
        smoke.environment().put("MAKELINE_URL", stack.server().toString());
        smoke.environment().put("MAKELINE_USERNAME", "ada");
        smoke.environment().put("MAKELINE_PASSWORD", Visitor.PASSWORD);

        Process process = smoke.start();

        assertThat(new String(process.getInputStream().readAllBytes(), UTF_8))
                .endsWith("All is well at %s.\n".formatted(stack.server()));
        assertThat(process.waitFor()).isZero();
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

        await().atMost(SOON).untilAsserted(() -> assertThat(makes(72)).hasSize(120));
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(senders)
                                .allSatisfy(sender ->
                                        assertThat(accepted(sender))
                                                .isGreaterThan(
                                                        before.get(senders.indexOf(sender)))));
    }

    @Test
    void killedContainersComeBackAndNothingIsLost() {
        List<String> jobs = new ArrayList<>();
        for (String service : SERVICES) {
            giveWork(service, "killed", jobs);
            stack.kill(service);
            IntStream.range(10, 20).forEach(i -> drop(service, "killed", i));
        }

        allIsDone("killed", jobs);
        assertThat(SERVICES)
                .allSatisfy(service -> assertThat(stack.restarts(service)).isPositive());
    }

    /// Its tables and objects are on the volume; its queues are gone, and are filled again.
    @Test
    void theStandInsForAwsAreKilledAndNothingThatTheyTookIsLost() {
        giveRecipe("local-aws", "killed");
        IntStream.range(0, 10).forEach(i -> drop("local-aws", "killed", i));

        stack.kill("local-aws");

        await().atMost(AFTER_A_KILL)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(makes("local-aws", "killed")).hasSize(10));
        assertThat(stack.restarts("local-aws")).isPositive();
    }

    @Test
    void servicesThatAreStoppedFinishWhatTheyHaveInHand() {
        List<String> jobs = new ArrayList<>();
        for (String service : SERVICES) {
            giveWork(service, "stopped", jobs);

            Map<String, Long> stopped = stack.stop(service);

            IntStream.range(10, 20).forEach(i -> drop(service, "stopped", i));
            stack.start(stopped.keySet());
            assertThat(stopped.values()).as(service).isSubsetOf(0L, SIGTERM);
            if (DRAINING.contains(service)) {
                assertThat(stopped.keySet())
                        .allSatisfy(id -> assertThat(stack.log(id)).contains("\"Drained\""));
            }
        }

        allIsDone("stopped", jobs);
    }

    private void giveWork(String service, String what, List<String> jobs) {
        giveRecipe(service, what);
        IntStream.range(0, 10).forEach(i -> drop(service, what, i));
        jobs.add(jobOn(ada.upload("%s-%s.txt".formatted(what, service), "flour\n")));
    }

    private void allIsDone(String what, List<String> jobs) {
        for (String service : SERVICES) {
            await().atMost(AFTER_A_KILL)
                    .ignoreException(UncheckedIOException.class)
                    .untilAsserted(() -> assertThat(makes(service, what)).hasSize(20));
        }
        for (String job : jobs) {
            await().atMost(AFTER_A_KILL)
                    .untilAsserted(() -> assertThat(state(job)).isEqualTo("succeeded"));
        }
    }

    /// @return its path
    private String jobOn(String file) {
        JsonNode job =
                Visitor.json(
                        ada.post(
                                "/v1/jobs",
                                """
                                {"kind": "append-text", "fileId": "%s", "parameters": {"text": "plums"}}
                                """
                                        .formatted(file)));
        return "/v1/jobs/" + job.path("jobId").asText();
    }

    private String state(String job) {
        return ada.getJson(job).path("state").asText();
    }

    private void giveRecipe(String service, String what) {
        stack.put(
                "recipes/%s-%s.json".formatted(what, service),
                recipe(recipeOf(service, what), "butter"));
    }

    private static int recipeOf(String service, String what) {
        return 1_000 * what.length() + service.length();
    }

    private void drop(String service, String what, int i) {
        stack.put(
                "makes/%s-%s-%d.json".formatted(what, service, i),
                make(recipeOf(service, what), i));
    }

    private List<JsonNode> makes(String service, String what) {
        return makes(recipeOf(service, what));
    }

    /// Page by page.
    private List<JsonNode> makes(int recipe) {
        List<JsonNode> makes = new ArrayList<>();
        String path = "/v1/recipes/%d/makes?limit=100".formatted(recipe);
        JsonNode page = ada.getJson(path);
        page.path("items").forEach(makes::add);
        while (page.hasNonNull("nextCursor")) {
            page =
                    ada.getJson(
                            path
                                    + "&cursor="
                                    + URLEncoder.encode(page.path("nextCursor").asText(), UTF_8));
            page.path("items").forEach(makes::add);
        }
        return makes;
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

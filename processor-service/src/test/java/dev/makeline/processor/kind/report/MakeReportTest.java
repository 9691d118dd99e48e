package dev.makeline.processor.kind.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.makeline.processor.kind.Assignment;
import dev.makeline.processor.kind.JobResult;
import dev.makeline.processor.kind.JobResult.Made;
import dev.makeline.processor.kind.Progress;
import dev.makeline.protocol.JobId;
import dev.makeline.protocol.ProtocolJson;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

/// Against a stand-in that answers as recipe-server does.
class MakeReportTest {

    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");
    private static final int MAKES = 450;

    @TempDir Path folder;
    private final AtomicInteger failuresLeft = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/recipes/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void allMakesOfAllPagesStandInTheTableAndOnThePage() throws Exception {
        failuresLeft.set(3);

        Made made = (Made) run(7, "read-token");

        assertThat(made.summary()).isEqualTo("The report tells 450 makes.");
        List<String> rows = text(made, 1).lines().toList();
        assertThat(rows).hasSize(1 + MAKES);
        assertThat(rows.get(1))
                .isEqualTo(
                        "450,\"2026-01-01\",2026-11-01T10:00:00Z,\"'=HYPERLINK(\"\"http://x\"\")\",1,4.5,\"deviation\",40,1,\"quantity-changed\",\"deviation\",2,,\"1\",\"'-2\",2.0,\"<b>2 cups</b> of sugar in place of 1\"");
        String page = text(made, 0);
        assertThat(page)
                .contains("Makes of Pie &lt;script&gt;", "450 makes, 0 of them")
                .contains("quantity changed: sugar &amp; &quot;spice&quot;")
                .contains("&lt;b&gt;2 cups&lt;/b&gt; of sugar")
                .contains("@media print")
                .doesNotContain("<script", "<b>", "javascript:", " src=", " href=", "url(");
        assertThat(page.split("<circle", -1).length - 1).isGreaterThan(MAKES * 2);
    }

    @Test
    void theDrawingsOfThePageAreWellFormed() throws Exception {
        String page = text((Made) run(7, "read-token"), 0);

        int from = page.indexOf("<svg");
        while (from >= 0) {
            int to = page.indexOf("</svg>", from) + "</svg>".length();
            assertThat(
                            DocumentBuilderFactory.newInstance()
                                    .newDocumentBuilder()
                                    .parse(
                                            new InputSource(
                                                    new StringReader(page.substring(from, to)))))
                    .isNotNull();
            from = page.indexOf("<svg", to);
        }
    }

    @Test
    void aRecipeWithoutMakesHasAReportAndOneThatIsNotThereHasNone() throws Exception {
        assertThat(text((Made) run(8, "read-token"), 0))
                .contains("0 makes", "Every make follows the recipe");
        assertThat(run(9, "read-token"))
                .isEqualTo(new JobResult.Impossible("There is no recipe 9."));
    }

    @Test
    void aServerThatFailsOrRefusesTheTokenIsToldAndAnotherAttemptMayGoWell() throws Exception {
        failuresLeft.set(Integer.MAX_VALUE);
        JobResult failing = run(7, "read-token");
        failuresLeft.set(0);
        requests.set(0);
        JobResult refused = run(7, "another");

        assertThat(failing)
                .isEqualTo(
                        new JobResult.NotNow(
                                "The makes could not be read: recipe-server answered 503."));
        assertThat(refused)
                .isEqualTo(
                        new JobResult.NotNow(
                                "The makes could not be read: recipe-server refused the processor's token."));
        assertThat(requests).hasValue(1);
    }

    @Test
    void noCellIsAFormula() {
        assertThat(CsvTable.cell("=1+1")).isEqualTo("\"'=1+1\"");
        assertThat(CsvTable.cell("  @SUM(A1)")).isEqualTo("\"'  @SUM(A1)\"");
        assertThat(CsvTable.cell("\t=1")).isEqualTo("\"'\t=1\"");
        assertThat(CsvTable.cell("1 cup, \"heaped\"")).isEqualTo("\"1 cup, \"\"heaped\"\"\"");
        assertThat(CsvTable.cell("")).isEqualTo("\"\"");
    }

    private JobResult run(long recipeId, String token) throws Exception {
        RecipeServerSettings settings =
                new RecipeServerSettings(
                        "http://127.0.0.1:" + server.getAddress().getPort(),
                        token,
                        Duration.ofSeconds(5),
                        4);
        return new MakeReport(() -> HttpRecipeServer.of(settings), () -> NOW)
                .run(
                        new Assignment(
                                JobId.next(NOW),
                                Optional.empty(),
                                ProtocolJson.mapper().createObjectNode().put("recipeId", recipeId),
                                folder),
                        new Progress() {
                            @Override
                            public void at(int percent) {}

                            @Override
                            public void say(String line) {}
                        });
    }

    private static String text(Made made, int output) throws IOException {
        return new String(made.outputs().get(output).content().bytes(), UTF_8);
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        String token = exchange.getRequestHeaders().getFirst("Authorization");
        String path = exchange.getRequestURI().getPath();
        if (failuresLeft.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            send(exchange, 503, "{}");
        } else if (!"Bearer read-token".equals(token)) {
            send(exchange, 403, "{}");
        } else if (path.startsWith("/v1/recipes/9")) {
            send(exchange, 404, "{}");
        } else if (path.endsWith("/makes")) {
            send(exchange, 200, page(path, exchange.getRequestURI().getQuery()).toString());
        } else if (path.endsWith("/differences")) {
            send(exchange, 200, DIFFERENCES);
        } else {
            send(exchange, 200, RECIPE);
        }
    }

    private static JsonNode page(String path, String query) {
        ObjectNode page = ProtocolJson.mapper().createObjectNode();
        ArrayNode items = page.putArray("items");
        int from =
                query.contains("cursor=")
                        ? Integer.parseInt(query.replaceAll(".*cursor=", ""))
                        : MAKES;
        int least = path.contains("/8/") ? from : Math.max(0, from - 200);
        for (int makeId = from; makeId > least; makeId--) {
            items.addObject()
                    .put("makeId", makeId)
                    .put("revision", 1)
                    .put("recordedAt", "2026-11-01T10:00:00Z")
                    .put("madeAt", "2026-01-01")
                    .put("madeBy", "=HYPERLINK(\"http://x\")")
                    .put("rating", 4.5)
                    .put("outcome", "deviation")
                    .put("deviationScore", 40);
        }
        if (least > 0 && !items.isEmpty()) {
            page.put("nextCursor", Integer.toString(least));
        }
        return page;
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static final String RECIPE =
            """
            {"recipeName":"Pie <script>","ingredients":[{"ingredientId":2,"ingredientName":"sugar & \\"spice\\""}]}
            """;

    private static final String DIFFERENCES =
            """
            {"differences":[{"kind":"quantity-changed","judgement":"deviation","ingredientId":2,
              "sentence":"<b>2 cups</b> of sugar in place of 1","difference":{"recipe":"1","make":"-2"},
              "magnitude":{"relative":2.0}}]}
            """;
}

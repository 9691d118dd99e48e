package dev.makeline.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.protocol.Role;
import dev.makeline.protocol.Traceparent;
import dev.makeline.protocol.UserId;
import dev.makeline.server.access.Authority.Action;
import io.micronaut.web.router.Router;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Every route × everybody. What a route asks for stands in the tables of [AccessTest]; here stands
/// whose the thing is that a route names, and from both follows what each is answered.
class WhoMayTest {

    /// Routes that name a thing of somebody's, and what they do with it.
    private static final Map<String, Action> OWNED =
            Map.ofEntries(
                    Map.entry("GET /v1/jobs/{jobId}", Action.SEE),
                    Map.entry("POST /v1/jobs/{jobId}/cancellation", Action.DELETE),
                    Map.entry("POST /v1/jobs/{jobId}/retry", Action.CHANGE),
                    Map.entry("GET /v1/jobs/{jobId}/log", Action.SEE),
                    Map.entry("GET /v1/jobs/{jobId}/log/events", Action.SEE),
                    Map.entry("GET /v1/files/{fileId}", Action.SEE),
                    Map.entry("GET /files/{fileId}", Action.SEE),
                    Map.entry("POST /files/{fileId}/text", Action.CHANGE),
                    Map.entry("POST /files/{fileId}/description", Action.CHANGE),
                    Map.entry("POST /files/{fileId}/deletion", Action.DELETE),
                    Map.entry("POST /files/{fileId}/restoration", Action.CHANGE),
                    Map.entry("POST /files/{fileId}/completion", Action.CHANGE),
                    Map.entry("POST /files/{fileId}/versions/{version}/restoration", Action.CHANGE),
                    Map.entry("POST /files/{fileId}/intake", Action.CHANGE),
                    Map.entry("GET /jobs/{jobId}", Action.SEE),
                    Map.entry("GET /jobs/{jobId}/progress", Action.SEE),
                    Map.entry("POST /jobs/{jobId}/cancellation", Action.DELETE),
                    Map.entry("POST /jobs/{jobId}/retry", Action.CHANGE),
                    Map.entry("GET /v1/files/{fileId}/content", Action.SEE),
                    Map.entry("GET /v1/files/{fileId}/versions", Action.SEE),
                    Map.entry("GET /v1/files/{fileId}/intake", Action.SEE),
                    Map.entry("POST /v1/files/{fileId}/download-links", Action.SEE),
                    Map.entry("DELETE /v1/files/{fileId}", Action.DELETE),
                    Map.entry("PATCH /v1/files/{fileId}", Action.CHANGE),
                    Map.entry("PUT /v1/files/{fileId}/content", Action.CHANGE),
                    Map.entry("POST /v1/files/{fileId}/uploads", Action.CHANGE),
                    Map.entry("POST /v1/files/{fileId}/completion", Action.CHANGE),
                    Map.entry("POST /v1/files/{fileId}/restoration", Action.CHANGE),
                    Map.entry("POST /v1/files/{fileId}/intake", Action.CHANGE),
                    Map.entry(
                            "POST /v1/files/{fileId}/versions/{version}/restoration",
                            Action.CHANGE));

    /// Names in paths of what is nobody's own: those who have the scope share it.
    private static final Set<String> SHARED =
            Set.of(
                    "recipeId",
                    "makeId",
                    "revision",
                    "objectId",
                    "userId",
                    "selector",
                    "queue",
                    "name",
                    "hash",
                    "version");

    /// Names in paths of what is looked up among the caller's own, so that nobody can name
    /// another's.
    private static final Set<String> OF_THE_CALLER = Set.of("tokenId", "sessionId");

    private static final Pattern VARIABLE = Pattern.compile("\\{([a-zA-Z]+)}");

    private static RunningServer server;
    private static Holder owner;

    /// One answer, to be judged.
    ///
    /// @param path as it was asked for
    private record Case(String route, Who who, String path, Api.Answer answer, String trace) {

        boolean isRefusal() {
            return answer.status() == 401 || type().equals("/problems/forbidden") || isHidden();
        }

        /// In the words of a thing that is not there, which name it; what a thing lacks is told in
        /// others.
        boolean isHidden() {
            return OWNED.containsKey(route)
                    && answer.status() == 404
                    && answer.body().contains("'" + thing() + "'");
        }

        /// Its id: the pages of things have no version of an API before them.
        private String thing() {
            return path.split("/", -1)[isOfPages(path) ? 2 : 3];
        }

        String type() {
            return answer.header("Content-Type").orElse("").contains("json")
                    ? answer.json().path("type").asText()
                    : "";
        }
    }

    @BeforeAll
    static void start() {
        // Each refusal singly, for counting them.
        server = RunningServer.start(Map.of("makeline.refusals.singly", "100000"));
        owner = Holder.of(server, Role.USER);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everyRouteHasARow() {
        Set<String> rows =
                Stream.of(AccessTest.OPEN, AccessTest.PERSON, AccessTest.SCOPED.keySet())
                        .flatMap(Set::stream)
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(new TreeSet<>(routes())).isEqualTo(rows);
        assertThat(rows).containsAll(OWNED.keySet());
    }

    @Test
    void everyRouteThatNamesAThingSaysWhoseItIs() {
        for (String route : routes()) {
            boolean isOwned =
                    variables(route).stream()
                            .anyMatch(name ->
                                    !SHARED.contains(name) && !OF_THE_CALLER.contains(name));
            assertThat(OWNED.containsKey(route)).as(route).isEqualTo(isOwned);
        }
    }

    @Test
    void everybodyIsAnsweredAsTheTableSaysAndEveryRefusalIsOnRecordOnce() {
        Instant start = Instant.now().minusSeconds(1);
        List<Case> cases = new ArrayList<>();
        SoftAssertions all = new SoftAssertions();

        for (String route : routes()) {
            for (Who who : Who.values()) {
                Case one = call(route, who);
                cases.add(one);
                judge(all, one);
            }
        }

        Map<String, Long> events = refusalsByTrace(start);
        for (Case one : cases) {
            all.assertThat(events.getOrDefault(one.trace(), 0L))
                    .as("events of %s for %s", one.route(), one.who())
                    .isEqualTo(one.isRefusal() ? 1L : 0L);
        }
        all.assertAll();
    }

    private static void judge(SoftAssertions all, Case one) {
        String what =
                "%s for %s: %s %s"
                        .formatted(
                                one.route(), one.who(), one.answer().status(), one.answer().body());
        int status = one.answer().status();
        all.assertThat(status).as(what).isLessThan(500);
        switch (expected(one.route(), one.who())) {
            case "unauthorized" -> all.assertThat(status).as(what).isEqualTo(401);
            case "forbidden" -> {
                all.assertThat(status).as(what).isEqualTo(403);
                all.assertThat(one.type()).as(what).isEqualTo("/problems/forbidden");
            }
            case "hidden" -> all.assertThat(one.isHidden()).as(what).isTrue();
            default -> {
                all.assertThat(one.type())
                        .as(what)
                        .isNotIn("/problems/unauthorized", "/problems/forbidden");
                all.assertThat(one.isHidden()).as(what).isFalse();
            }
        }
    }

    private static String expected(String route, Who who) {
        if (AccessTest.OPEN.contains(route)) {
            return "answered";
        }
        if (!who.isKnown()) {
            return "unauthorized";
        }
        if (AccessTest.PERSON.contains(route)) {
            return who == Who.SERVICE ? "forbidden" : "answered";
        }
        if (!who.scopes().contains(AccessTest.SCOPED.get(route))) {
            return "forbidden";
        }
        Action action = OWNED.get(route);
        if (action == null || who == Who.OWNER) {
            return "answered";
        }
        return switch (who) {
            case ADMIN -> action == Action.CHANGE ? "forbidden" : "answered";
            default -> "hidden";
        };
    }

    private static Case call(String route, Who who) {
        Map<String, String> values = new HashMap<>();
        values.put("recipeId", "1");
        values.put("makeId", "1");
        values.put("revision", "1");
        values.put("version", "1");
        values.put("objectId", "0".repeat(40));
        values.put("userId", UserId.next(Instant.now()).value());
        values.put("tokenId", "unknown");
        values.put("sessionId", "unknown");
        values.put("selector", "liveness");
        values.put("name", "docs.js");
        values.put("queue", "makeline-s3-events");
        values.put("hash", "0");
        Api ofOwner = new Api(server.uri(), owner.token());
        String file = OWNED.containsKey(route) ? new Files(ofOwner).upload("pie.txt", "pie") : "";
        values.put("fileId", file);
        values.put(
                "jobId",
                OWNED.containsKey(route) && variables(route).contains("jobId")
                        ? new Jobs(ofOwner).add(file)
                        : "");
        String path = route.substring(route.indexOf(' ') + 1);
        for (String name : variables(route)) {
            path = path.replace('{' + name + '}', values.get(name));
        }
        String method = route.substring(0, route.indexOf(' '));
        Traceparent trace = Traceparent.start();
        Api.Answer answer =
                who.come(server, owner)
                        .send(
                                method,
                                path,
                                method.equals("GET")
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString("{}"),
                                Traceparent.HEADER,
                                trace.value());
        return new Case(route, who, path, answer, trace.traceId());
    }

    private static boolean isOfPages(String path) {
        return !path.startsWith("/v1/");
    }

    private static Map<String, Long> refusalsByTrace(Instant start) {
        Api admin = Who.ADMIN.come(server, owner);
        Map<String, Long> events = new HashMap<>();
        String cursor = "";
        do {
            JsonNode page =
                    admin.get("/v1/audit?action=access-refused&limit=200&from=" + start + cursor)
                            .json();
            page.path("items")
                    .forEach(event -> events.merge(event.path("trace").asText(), 1L, Long::sum));
            cursor = page.has("nextCursor") ? "&cursor=" + page.path("nextCursor").asText() : "";
        } while (!cursor.isEmpty());
        return events;
    }

    private static List<String> routes() {
        return server.bean(Router.class)
                .uriRoutes()
                .filter(route -> !route.getHttpMethodName().equals("HEAD"))
                .map(AccessTest::name)
                .distinct()
                .sorted()
                .toList();
    }

    private static List<String> variables(String route) {
        return VARIABLE.matcher(route).results().map(found -> found.group(1)).toList();
    }
}

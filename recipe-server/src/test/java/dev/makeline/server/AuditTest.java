package dev.makeline.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.protocol.Role;
import dev.makeline.server.audit.AuditAction;
import dev.makeline.server.audit.AuditEntry;
import dev.makeline.server.audit.AuditEvent;
import dev.makeline.server.audit.AuditLog;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditTest {

    private final RunningServer server = RunningServer.shared();
    private final AuditLog log = server.bean(AuditLog.class);
    private final Api admin = new Api(server.uri(), Holder.of(server, Role.ADMIN).token());
    private final String actor = "actor-" + UUID.randomUUID();

    @Test
    void eventsAreListedNewestFirstPageByPageEachOnce() {
        Instant start = Instant.parse("2025-03-01T23:59:00Z");
        IntStream.range(0, 25).forEach(i -> append(start.plusSeconds(i * 10L), "t" + i));

        List<JsonNode> events =
                pages("/v1/audit?limit=7&from=2025-03-01T00:00:00Z&until=2025-03-03T00:00:00Z");

        assertThat(events.stream().filter(event -> event.path("actor").asText().equals(actor)))
                .extracting(event -> event.path("target").asText())
                .containsExactlyElementsOf(
                        IntStream.range(0, 25).mapToObj(i -> "t" + (24 - i)).toList());
    }

    @Test
    void eventsAreFoundByActorTargetActionAndTime() {
        Instant start = Instant.now().minusSeconds(3_600);
        String target = "target-" + UUID.randomUUID();
        IntStream.range(0, 12).forEach(i -> append(start.plusSeconds(i), target));
        log.append(event(start, AuditAction.REFUSALS_SUMMED, target));

        assertThat(pages("/v1/audit?limit=5&actor=" + actor)).hasSize(13);
        assertThat(pages("/v1/audit?limit=5&target=" + target)).hasSize(13);
        assertThat(pages("/v1/audit?target=%s&actor=somebody".formatted(target))).isEmpty();
        assertThat(pages("/v1/audit?target=%s&action=refusals-summed".formatted(target)))
                .hasSize(1);
        assertThat(
                        pages(
                                "/v1/audit?actor=%s&from=%s&until=%s"
                                        .formatted(
                                                actor, start.plusSeconds(2), start.plusSeconds(5))))
                .hasSize(3);
    }

    @Test
    void whatAPersonDoesIsOnRecordWithTheLogInThatItWasDoneWith() {
        LoggedIn ann = LoggedIn.at(server);
        String id = ann.userId();
        ann.api()
                .post(
                        "/v1/tokens",
                        "{\"name\":\"bake\",\"scopes\":[\"files:read\"],\"expiresInDays\":1}");
        ann.api().send("PATCH", "/v1/users/me", BodyPublishers.ofString("{\"firstName\":\"Ann\"}"));
        new Files(ann.api()).upload("plums.txt", "Plums.\n");
        ann.api().post("/v1/logout", "");

        List<AuditEntry> events =
                AuditTrail.of(server).by(id).stream()
                        .filter(event -> !event.action().equals("login"))
                        .toList();

        assertThat(events)
                .extracting(AuditEntry::action)
                .contains("token-created", "account-renamed", "upload-started", "logout");
        assertThat(events)
                .filteredOn(event -> !event.action().equals("file-uploaded"))
                .extracting(AuditEntry::credential)
                .doesNotContain(Optional.empty())
                .containsOnly(events.getLast().target());
    }

    @Test
    void aRefusalIsOnRecordWithWhoWhereWithWhatAndUnderWhichTrace() {
        Holder ann = Holder.of(server, Role.USER);
        String trace =
                "4bf92f3577b34da6a3ce929d" + Long.toHexString(System.nanoTime()).substring(0, 8);

        Api.Answer refused =
                new Api(server.uri(), ann.token())
                        .get(
                                "/v1/audit",
                                "traceparent",
                                "00-%s-00f067aa0ba902b7-01".formatted(trace));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(pages("/v1/audit?actor=" + ann.id()))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.path("action").asText()).isEqualTo("access-refused");
                    assertThat(event.path("address").asText()).isEqualTo("127.0.0.1");
                    assertThat(event.path("credential").asText()).startsWith("sha256:").hasSize(23);
                    assertThat(event.path("trace").asText()).isEqualTo(trace);
                    assertThat(event.path("details").path("path").asText()).isEqualTo("/v1/audit");
                    assertThat(event.path("details").path("status").asText()).isEqualTo("403");
                });
    }

    @Test
    void whatOthersWroteIsDataInEveryFieldAndFilter() {
        String name = actor + "\r\n{\"action\":\"role-changed\"}\u202e";
        log.append(
                new AuditEvent(
                        Instant.now(),
                        AuditAction.ACCESS_REFUSED,
                        Optional.of(name),
                        "x".repeat(10_000),
                        Optional.of(" OR 1=1 #"),
                        Map.of("path", "/\u0000\n".repeat(1_000), "k".repeat(5_000), "")));

        List<JsonNode> found = pages("/v1/audit?actor=" + encoded(name));

        assertThat(found)
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.path("actor").asText())
                            .isEqualTo(
                                    actor
                                            + "<U+000D><U+000A>{\"action\":\"role-changed\"}<U+202E>");
                    assertThat(event.toString()).hasSizeLessThan(2_000);
                    assertThat(event.toString().chars()).noneMatch(Character::isISOControl);
                });
        assertThat(pages("/v1/audit?actor=" + encoded("\" OR \"\"=\""))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "action=everything",
                "from=yesterday",
                "until=99999-01-01T00:00:00Z",
                "from=%2B999999999-12-31T23:59:59Z",
                "limit=0",
                "limit=201",
                "cursor=AAAA"
            })
    void whatIsNoFilterIsToldSo(String query) {
        assertThat(admin.get("/v1/audit?" + query).status()).isEqualTo(400);
    }

    @Test
    void aCursorOfOtherFiltersIsRefused() {
        append(Instant.now(), "one");
        append(Instant.now(), "two");
        JsonNode page = admin.get("/v1/audit?limit=1&actor=" + actor).json();

        String cursor = page.path("nextCursor").asText();

        assertThat(
                        admin.get("/v1/audit?limit=1&actor=%s&cursor=%s".formatted(actor, cursor))
                                .status())
                .isEqualTo(200);
        assertThat(admin.get("/v1/audit?limit=1&cursor=" + cursor).status()).isEqualTo(400);
    }

    @Test
    void aRangeThatIsTheWrongWayRoundHasNoEvents() {
        assertThat(
                        admin.get("/v1/audit?from=2026-01-02T00:00:00Z&until=2026-01-01T00:00:00Z")
                                .json()
                                .path("items"))
                .isEmpty();
    }

    private void append(Instant at, String target) {
        log.append(event(at, AuditAction.ACCESS_REFUSED, target));
    }

    private AuditEvent event(Instant at, AuditAction action, String target) {
        return new AuditEvent(
                at, action, Optional.of(actor), "192.0.2.1", Optional.of(target), Map.of());
    }

    private List<JsonNode> pages(String path) {
        List<JsonNode> items = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Api.Answer page = admin.get(path + cursor.map(one -> "&cursor=" + one).orElse(""));
            assertThat(page.status()).as(page.body()).isEqualTo(200);
            page.json().path("items").forEach(items::add);
            cursor = Optional.ofNullable(page.json().path("nextCursor").textValue());
        } while (cursor.isPresent());
        return items;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

package dev.makeline.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainerTest {

    private static final String RESIZE =
            "{\"image\":\"registry.example.org/resize:2\",\"command\":[\"--width\",\"8 00;$(ls)\"],\"summary\":\"Makes pictures smaller.\"}";

    private final RunningServer server = RunningServer.shared();
    private final People people = new People(server);
    private final Api admin = people.admin().api();
    private final People.Person ada = people.user("Ada", "Baker");

    @Test
    void whatAnAdministratorRegistersEverybodySeesAndMayOrder() {
        String name = "seen-" + Instant.now().toEpochMilli();
        Api.Answer before = order(name);

        Api.Answer registered = admin.put("/v1/containers/" + name, RESIZE);

        assertThat(registered.status()).isEqualTo(200);
        assertThat(ada.api().get("/v1/containers").json().path("items"))
                .filteredOn(item -> item.path("name").asText().equals(name))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.path("image").asText())
                            .isEqualTo("registry.example.org/resize:2");
                    assertThat(item.at("/command/1").asText()).isEqualTo("8 00;$(ls)");
                });
        assertThat(before.status()).isEqualTo(400);
        assertThat(before.json().path("detail").asText())
                .isEqualTo(
                        "No container is registered under the name that the parameter container gives; /v1/containers lists those that are.");
        assertThat(order(name).status()).isEqualTo(201);
    }

    @Test
    void whatIsRemovedCannotBeOrderedAnyMoreAndBothAreOnRecord() {
        String name = "gone-" + Instant.now().toEpochMilli();
        admin.put("/v1/containers/" + name, RESIZE);

        assertThat(remove(name).status()).isEqualTo(204);

        assertThat(remove(name).json().path("type").asText())
                .isEqualTo("/problems/container-not-found");
        assertThat(order(name).status()).isEqualTo(400);
        assertThat(events("container-registered")).anyMatch(event -> isOf(event, name));
        assertThat(events("container-removed")).anyMatch(event -> isOf(event, name));
    }

    @Test
    void theLastRegistrationUnderANameCounts() {
        String name = "twice-" + Instant.now().toEpochMilli();
        admin.put("/v1/containers/" + name, RESIZE);

        admin.put(
                "/v1/containers/" + name,
                "{\"image\":\"alpine\",\"command\":[],\"summary\":\"x\",\"extension\":\"pdf\"}");

        assertThat(ada.api().get("/v1/containers").json().path("items"))
                .filteredOn(item -> item.path("name").asText().equals(name))
                .singleElement()
                .satisfies(item -> assertThat(item.path("extension").asText()).isEqualTo("pdf"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Up | {"image":"alpine","command":[],"summary":"x"}         | The name has from 1 to 40 lower-case letters, digits and hyphens.
                    up | {"image":"-v /:/x","command":[],"summary":"x"}        | image is the reference of a container image
                    up | {"image":"alpine","command":"rm -rf /","summary":"x"} | The field command is missing, or not a list of texts.
                    up | {"image":"alpine","command":["a\\u0000"],"summary":"x"} | command has at most 50 arguments
                    up | {"image":"alpine","command":[],"summary":" "}         | summary has from 1 to 500 characters.
                    up | {"image":"alpine","command":[],"summary":"x","extension":"../x"} | extension has from 1 to 10 letters and digits
                    """)
    void aRegistrationThatDoesNotFitIsRefusedWithWhatWouldBeRight(
            String name, String body, String sentence) {
        Api.Answer answer = admin.put("/v1/containers/" + name, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("detail").asText()).startsWith(sentence);
    }

    private Api.Answer order(String container) {
        String file = new Files(ada.api()).upload("pie.txt", "pie");
        return ada.api()
                .post(
                        "/v1/jobs",
                        "{\"kind\":\"container\",\"fileId\":\"%s\",\"parameters\":{\"container\":\"%s\"}}"
                                .formatted(file, container));
    }

    private Api.Answer remove(String name) {
        return admin.send("DELETE", "/v1/containers/" + name, BodyPublishers.noBody());
    }

    private JsonNode events(String action) {
        return admin.get("/v1/audit?action=" + action).json().path("items");
    }

    private static boolean isOf(JsonNode event, String name) {
        return event.path("target").asText().equals(name);
    }
}

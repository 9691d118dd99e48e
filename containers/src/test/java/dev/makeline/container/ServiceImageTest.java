package dev.makeline.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.model.ContainerConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testcontainers.DockerClientFactory;

/// What an image says of itself, and what it says when it cannot start.
class ServiceImageTest {

    private static final String TOKEN = "MAKELINE_SERVICE_TOKEN=service-token-for-this-test-alone";
    private static final int MISCONFIGURED = 2;

    @BeforeAll
    static void anEngineAnswers() {
        Engine.isThere();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "local-aws",
                "recipe-server",
                "watcher-service",
                "sender-service",
                "processor-service"
            })
    void anImageRunsAsNobodyHasACheckAndSaysWhatItIs(String service) {
        InspectImageResponse image =
                DockerClientFactory.instance()
                        .client()
                        .inspectImageCmd("makeline/" + service)
                        .exec();

        ContainerConfig config = Objects.requireNonNull(image.getConfig());
        assertThat(config.getUser()).isEqualTo("10001:10001");
        assertThat(config.getHealthcheck()).isNotNull();
        assertThat(config.getLabels())
                .containsEntry("org.opencontainers.image.title", "Makeline " + service)
                .containsKeys(
                        "org.opencontainers.image.version",
                        "org.opencontainers.image.revision",
                        "org.opencontainers.image.licenses");
    }

    /// Where the cache is not of exactly this JVM and these jars, the JVM itself refuses to start.
    @ParameterizedTest
    @ValueSource(
            strings = {"recipe-server", "watcher-service", "sender-service", "processor-service"})
    void theJvmUsesTheCacheThatTheImageHas(String service) {
        List<String> insisting = List.of("java", "-XX:AOTMode=on", "@/opt/makeline/start");
        try (Program program = Program.running(insisting, service).started()) {
            endsSaying(program, "AWS_REGION is not set");
        }
    }

    @Test
    void anImageHasAListOfWhatIsInside() throws Exception {
        List<String> list = List.of("cat", "/opt/makeline/sbom.cdx.json");
        try (Program program = Program.running(list, "sender-service").started()) {
            assertThat(program.exitCode()).isZero();

            JsonNode inside = new ObjectMapper().readTree(program.log());
            assertThat(inside.path("bomFormat").asText()).isEqualTo("CycloneDX");
            assertThat(inside.path("components").valueStream())
                    .anySatisfy(component -> {
                        assertThat(component.path("name").asText()).isEqualTo("jsoup");
                        assertThat(component.path("version").asText()).isNotEmpty();
                        assertThat(component.path("purl").asText())
                                .startsWith("pkg:maven/org.jsoup/jsoup@");
                    });
        }
    }

    /// A file of settings can only empty them.
    @Test
    void addressesThatAreEmptyMeanAws() {
        try (Program watcher =
                Program.of(
                                "watcher-service",
                                "AWS_REGION=us-east-1",
                                "AWS_ACCESS_KEY_ID=test",
                                "AWS_SECRET_ACCESS_KEY=test",
                                "AWS_ENDPOINT_URL_S3=",
                                "AWS_ENDPOINT_URL_SQS=",
                                "AWS_ENDPOINT_URL_DYNAMODB=",
                                "AWS_ENDPOINT_URL_DYNAMODB_STREAMS=")
                        .started()) {
            await().atMost(Duration.ofMinutes(3))
                    .untilAsserted(() -> assertThat(watcher.health()).contains("\"DOWN\"", "sqs"));
        }
    }

    @Test
    void withoutItsTokenTheSenderNamesTheSetting() {
        try (Program sender = Program.of("sender-service", "AWS_REGION=us-east-1").started()) {
            endsSaying(sender, "MAKELINE_SERVICE_TOKEN");
        }
    }

    @Test
    void withoutARegionTheWatcherNamesTheSetting() {
        try (Program watcher = Program.of("watcher-service").started()) {
            endsSaying(watcher, "AWS_REGION is not set; set it to");
        }
    }

    @Test
    void aRegionThatIsNoneIsNamed() {
        try (Program sender =
                Program.of("sender-service", TOKEN, "AWS_REGION=us-esat-1").started()) {
            endsSaying(sender, "AWS_REGION is 'us-esat-1', which is no region of AWS");
        }
    }

    @Test
    void aVolumeOfAnotherVersionIsRefused(@TempDir Path folder) throws IOException {
        Path version = Files.writeString(folder.resolve("version"), "7\n");
        try (Program aws = Program.onVolumeWith(version).started()) {
            endsSaying(aws, "The data directory /var/lib/makeline is of version 7");
        }
    }

    @Test
    void aPortInUseIsNamedAndTheCheckTellsWhatAServiceWaitsFor() {
        String[] nowhere = {
            "AWS_REGION=us-east-1",
            "AWS_ACCESS_KEY_ID=test",
            "AWS_SECRET_ACCESS_KEY=test",
            "AWS_ENDPOINT_URL=http://127.0.0.1:1"
        };
        try (Program first = Program.of("watcher-service", nowhere).started();
                Program second = Program.beside(first, "watcher-service", nowhere)) {
            await().atMost(Duration.ofMinutes(3))
                    .untilAsserted(() -> assertThat(first.health()).contains("\"DOWN\"", "sqs"));

            second.started();

            endsSaying(second, "its port is in use");
        }
    }

    /// With a code of its own and a sentence at the end. Of a port in use the server within says so
    /// too; nobody has to read a stack trace.
    private static void endsSaying(Program program, String sentence) {
        assertThat(program.exitCode()).isEqualTo(MISCONFIGURED);
        assertThat(program.log().lines().toList())
                .hasSizeLessThanOrEqualTo(2)
                .last()
                .asString()
                .contains(sentence);
    }
}

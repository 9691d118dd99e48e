package dev.makeline.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.processor.ecs.EcsStandIn;
import dev.makeline.processor.ecs.StsStandIn;
import dev.makeline.protocol.job.ContainerImage;
import dev.makeline.protocol.job.ContainerStore;
import dev.makeline.protocol.job.Job;
import dev.makeline.protocol.job.JobKinds;
import dev.makeline.protocol.job.JobState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EcsContainerBootTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final JobsFixture jobs = new JobsFixture();
    private final EcsStandIn ecs = EcsStandIn.start(RunningProcessor::task, InstantSource.system());
    private final StsStandIn sts = new StsStandIn();
    private RunningProcessor processor;

    @BeforeEach
    void start() {
        ecs.containers = EcsContainerBootTest::container;
        processor = RunningProcessor.startOn(ecs, sts.endpoint(), Map.of());
    }

    @AfterEach
    void stop() {
        processor.close();
        ecs.close();
        sts.close();
    }

    @Test
    void twoJobsOfAContainerSucceedByOneTaskDefinition() {
        register("copy", "tools/copy:1", "copy");
        Job first = order("copy");
        succeeded(first);
        Job second = order("copy");
        succeeded(second);

        assertThat(ecs.definitions.registered()).hasSize(1);
        JsonNode definition = ecs.definitions.registered().getFirst();
        assertThat(definition.has("taskRoleArn")).isFalse();
        assertThat(definition.at("/runtimePlatform/cpuArchitecture").asText()).isEqualTo("ARM64");
        assertThat(definition.at("/containerDefinitions/0/name").asText()).isEqualTo("task");
        assertThat(definition.at("/containerDefinitions/0/essential").asBoolean()).isTrue();
        assertThat(definition.at("/containerDefinitions/0").has("memory")).isFalse();
        JsonNode job = definition.at("/containerDefinitions/1");
        assertThat(job.path("name").asText()).isEqualTo("job");
        assertThat(job.path("image").asText()).isEqualTo("tools/copy:1");
        assertThat(job.path("essential").asBoolean()).isFalse();
        assertThat(job.path("user").asText()).isEqualTo("65534");
        assertThat(job.path("readonlyRootFilesystem").asBoolean()).isTrue();
        assertThat(job.at("/logConfiguration/logDriver").asText()).isEqualTo("awslogs");
        JsonNode prepare = definition.at("/containerDefinitions/2");
        assertThat(prepare.path("image").asText()).isEqualTo("makeline/processor:1");
        assertThat(prepare.path("user").asText()).isEqualTo("0");
        assertThat(prepare.path("essential").asBoolean()).isFalse();
        assertThat(prepare.path("entryPoint").toString()).isEqualTo("[\"chmod\"]");
        assertThat(prepare.path("command").toString()).isEqualTo("[\"1777\",\"/tmp\"]");
        assertThat(prepare.path("mountPoints")).isEqualTo(job.path("mountPoints"));
        assertThat(job.path("dependsOn").toString())
                .contains("{\"containerName\":\"prepare\",\"condition\":\"SUCCESS\"}");

        JsonNode overrides = ecs.started().getFirst().path("overrides");
        assertThat(
                        overrides.at("/containerOverrides/0/memory").asInt()
                                + overrides.at("/containerOverrides/1/memory").asInt())
                .isEqualTo(overrides.path("memory").asInt());
        assertThat(overrides.at("/containerOverrides/0/environment").toString())
                .contains("AWS_SESSION_TOKEN");
        assertThat(sts.asked.getFirst().get("Policy")).contains(first.id().value());
        assertThat(
                        overrides
                                .at("/containerOverrides/1/environment")
                                .valueStream()
                                .map(one -> one.path("name").asText()))
                .containsExactlyInAnyOrder(
                        "MAKELINE_INPUT_URL", "MAKELINE_OUTPUT_URL", "MAKELINE_OUTPUT_TYPE");
    }

    @Test
    void aContainerThatEndsWithACodeOfItsOwnFailsItsJob() {
        register("exit", "tools/exit:1", "exit-3");

        assertThat(failed(order("exit"))).contains("exit code 3");
    }

    @Test
    void anImageThatDoesNotExistFailsItsJob() {
        register("gone", "missing:1", "copy");

        assertThat(failed(order("gone"))).contains("image does not exist");
        assertThat(ecs.started()).hasSize(1);
    }

    @Test
    void aContainerThatIsNotRegisteredAnyMoreFailsItsJobWithoutATask() {
        assertThat(failed(order("never-registered"))).contains("No container is registered");
        assertThat(ecs.started()).isEmpty();
    }

    private void succeeded(Job job) {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(jobs.state(job))
                                .isInstanceOfSatisfying(
                                        JobState.Succeeded.class,
                                        done ->
                                                assertThat(jobs.content(done.outputs().getFirst()))
                                                        .isEqualTo("flourflour")));
    }

    private String failed(Job job) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(jobs.state(job)).isInstanceOf(JobState.Failed.class));
        return ((JobState.Failed) jobs.state(job)).reason();
    }

    private void register(String name, String image, String command) {
        new ContainerStore(jobs.dynamoDb)
                .put(
                        new ContainerImage(
                                name,
                                image,
                                List.of(command),
                                "Writes a file twice.",
                                Optional.empty(),
                                Instant.EPOCH,
                                "service:test"));
    }

    private Job order(String name) {
        return jobs.job(
                JobKinds.CONTAINER,
                jobs.file("notes.txt", "flour".getBytes(UTF_8)),
                "{\"container\":\"%s\"}".formatted(name));
    }

    /// With nothing but its own variables.
    private static Process container(List<String> command, Map<String, String> environment)
            throws IOException {
        ProcessBuilder builder =
                command.getFirst().startsWith("exit-")
                        ? new ProcessBuilder("sh", "-c", "exit " + command.getFirst().substring(5))
                        : new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "dev.makeline.processor.kind.container.StandInContainer");
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(Path.of("target", "tasks.log").toFile()))
                .start();
    }
}

package dev.makeline.processor.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.makeline.protocol.JobId;
import dev.makeline.protocol.job.ResourceClass;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaskEnvironmentTest {

    private static final LocalRunnerSettings SETTINGS =
            new LocalRunnerSettings(
                    1, Duration.ofMillis(500), Duration.ofMillis(500), "job", "of-job", "");

    @Test
    void aTaskGetsWhereThingsAreAndCredentialsOfItsOwn() {
        Map<String, String> service =
                Map.of(
                        "PATH", "/bin",
                        "AWS_ACCESS_KEY_ID", "service",
                        "AWS_SECRET_ACCESS_KEY", "of-service",
                        "AWS_SESSION_TOKEN", "of-service",
                        "AWS_PROFILE", "service",
                        "AWS_WEB_IDENTITY_TOKEN_FILE", "/token",
                        "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "/credentials",
                        "AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:8000",
                        "MAKELINE_SECRET", "secret",
                        "JDK_JAVA_OPTIONS", "-Dany=thing");

        assertThat(TaskEnvironment.of(service, SETTINGS))
                .containsOnly(
                        Map.entry("PATH", "/bin"),
                        Map.entry("AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:8000"),
                        Map.entry("AWS_ACCESS_KEY_ID", "job"),
                        Map.entry("AWS_SECRET_ACCESS_KEY", "of-job"));
    }

    @Test
    void aProcessHasNothingOfThisOnesEnvironmentButWhatIsAllowed(@TempDir Path folder)
            throws Exception {
        Path seen = folder.resolve("environment");
        TaskCommand command =
                new TaskCommand() {
                    @Override
                    public List<String> of(TaskRequest request) {
                        return List.of("/bin/sh", "-c", "/usr/bin/env >" + seen);
                    }

                    @Override
                    public Map<String, String> environment() {
                        return Map.of("MAKELINE_PARENT_PID", "1");
                    }
                };
        try (TaskRunner runner = new LocalTaskRunner(command, SETTINGS)) {
            runner.start(
                    new TaskRequest(
                            JobId.next(Instant.now()),
                            1,
                            ResourceClass.SMALL,
                            Duration.ofMinutes(1),
                            Map.of("MAKELINE_INPUT_URL", "http://127.0.0.1/input"),
                            false));
            await().untilAsserted(() -> assertThat(runner.look()).isEmpty());
        }

        List<String> lines = Files.readAllLines(seen);
        assertThat(lines)
                .contains(
                        "AWS_ACCESS_KEY_ID=job",
                        "AWS_SECRET_ACCESS_KEY=of-job",
                        "MAKELINE_INPUT_URL=http://127.0.0.1/input",
                        "MAKELINE_PARENT_PID=1");
        Set<String> more = Set.of("PWD", "SHLVL", "_", "MAKELINE_PARENT_PID", "MAKELINE_INPUT_URL");
        assertThat(lines)
                .map(line -> line.split("=", 2)[0])
                .filteredOn(name -> !more.contains(name))
                .isSubsetOf(TaskEnvironment.of(System.getenv(), SETTINGS).keySet());
    }
}

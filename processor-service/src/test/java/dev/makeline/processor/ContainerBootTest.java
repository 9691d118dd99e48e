package dev.makeline.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.makeline.processor.kind.container.EngineThatPretends;
import dev.makeline.protocol.job.ContainerImage;
import dev.makeline.protocol.job.ContainerStore;
import dev.makeline.protocol.job.Job;
import dev.makeline.protocol.job.JobKinds;
import dev.makeline.protocol.job.JobState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainerBootTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir Path folder;

    private final JobsFixture jobs = new JobsFixture();

    @Test
    void aTaskRunsTheContainerAndOneThatIsKilledLeavesNone() {
        EngineThatPretends engine = EngineThatPretends.in(folder);
        try (RunningProcessor processor = RunningProcessor.startWith(engine.settings(1 << 20))) {
            Job job = order("copy", 1);
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(jobs.state(job))
                                    .isInstanceOfSatisfying(
                                            JobState.Succeeded.class,
                                            done ->
                                                    assertThat(
                                                                    jobs.content(
                                                                            done.outputs()
                                                                                    .getFirst()))
                                                            .isEqualTo("flourflour")));
            assertThat(engine.environment()).noneMatch(one -> one.startsWith("AWS_"));

            Job forever = order("forever", 1);
            await().atMost(PATIENCE).until(() -> engine.isRunning());
            ProcessHandle task = engine.process().flatMap(ProcessHandle::parent).orElseThrow();
            assertThat(task).isNotEqualTo(ProcessHandle.current());
            task.destroyForcibly();

            await().atMost(PATIENCE).until(() -> !engine.isRunning());
            await().atMost(PATIENCE).until(() -> jobs.state(forever) instanceof JobState.Failed);
            assertThat(processor).isNotNull();
        }
    }

    private Job order(String command, int mostAttempts) {
        new ContainerStore(jobs.dynamoDb)
                .put(
                        new ContainerImage(
                                command,
                                "alpine",
                                List.of(command),
                                "Writes a file twice.",
                                Optional.empty(),
                                Instant.EPOCH,
                                "service:test"));
        return jobs.job(
                JobKinds.CONTAINER,
                jobs.file("notes.txt", "flour".getBytes(UTF_8)),
                "{\"container\":\"%s\"}".formatted(command),
                Duration.ofMinutes(1),
                mostAttempts);
    }
}

package dev.makeline.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.makeline.processor.ecs.EcsFault;
import dev.makeline.processor.ecs.EcsStandIn;
import dev.makeline.protocol.job.Job;
import dev.makeline.protocol.job.JobAttempt;
import dev.makeline.protocol.job.JobPhase;
import dev.makeline.protocol.job.JobState;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EcsBootTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final JobsFixture jobs = new JobsFixture();
    private final EcsStandIn ecs = EcsStandIn.start(RunningProcessor::task, InstantSource.system());

    @AfterEach
    void stop() {
        ecs.close();
    }

    @Test
    void aJobIsDoneByATaskOfEcsThoughItsAnswerWasLost() {
        ecs.spotIsFull = true;
        ecs.faults.add(new EcsFault.Failure("Capacity is unavailable at this time"));
        ecs.faults.add(new EcsFault.DropAfterwards());
        try (RunningProcessor processor = RunningProcessor.startOn(ecs, Map.of())) {
            Job job = jobs.job(jobs.file("notes.txt", "flour\n".getBytes(UTF_8)), "salt");

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
                                                            .isEqualTo("flour\nsalt")));
            assertThat(jobs.store.attempts(job.id()))
                    .extracting(JobAttempt::outcome)
                    .containsExactly(JobPhase.SUCCEEDED);
            assertThat(ecs.started()).hasSize(1);
            assertThat(processor).isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    makeline.processor.runner              | docker | makeline.processor.runner must be local (child processes on this machine) or ecs (Fargate tasks), not 'docker'
                    makeline.processor.ecs.cluster         | ''     | makeline.processor.ecs.cluster is empty; with makeline.processor.runner=ecs it must name the ECS cluster, for example makeline
                    makeline.processor.ecs.task-definition | ''     | makeline.processor.ecs.task-definition is empty
                    makeline.processor.ecs.container       | ''     | makeline.processor.ecs.container is empty
                    makeline.processor.ecs.subnets         | ''     | it must list ids, for example subnet-0a1b2c3d
                    makeline.processor.ecs.security-groups | ''     | it must list ids, for example sg-0a1b2c3d
                    makeline.processor.ecs.first-pause     | 2m     | makeline.processor.ecs.first-pause (PT2M) must be positive and no longer than
                    """)
    void aWrongSettingEndsTheStartWithASentence(String property, String value, String sentence) {
        assertThatThrownBy(() -> RunningProcessor.startOn(ecs, Map.of(property, value)).close())
                .hasStackTraceContaining(sentence);
    }
}

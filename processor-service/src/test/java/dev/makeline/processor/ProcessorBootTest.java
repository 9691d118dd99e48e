package dev.makeline.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.makeline.protocol.Attributes;
import dev.makeline.protocol.FilesTable;
import dev.makeline.protocol.job.Job;
import dev.makeline.protocol.job.JobAttempt;
import dev.makeline.protocol.job.JobPhase;
import dev.makeline.protocol.job.JobState;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessorBootTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final JobsFixture jobs = new JobsFixture();

    @Test
    void onItsShippedSettingsAJobIsDoneByAProcessOfItsOwn() throws Exception {
        try (RunningProcessor processor = RunningProcessor.start("", Map.of())) {
            Job job = job();

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
            assertThat(processor.get("/health/readiness").body())
                    .contains("\"dynamodb\":\"reached\"", "\"s3\":\"reached\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"processor.after-claim", "processor.after-output"})
    void aTaskThatIsKilledIsFollowedByOneThatSucceedsWithOneOutput(String boundary) {
        try (RunningProcessor processor = RunningProcessor.start(boundary, Map.of())) {
            Job job = job();

            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(jobs.state(job)).isInstanceOf(JobState.Succeeded.class));
            assertThat(jobs.store.attempts(job.id()))
                    .extracting(JobAttempt::outcome)
                    .containsExactly(JobPhase.FAILED, JobPhase.SUCCEEDED);
            assertThat(jobs.store.attempts(job.id()).getFirst().reason())
                    .isEqualTo("The task ended with exit code 137 and without a result.");
            assertThat(filesOfOwner()).isEqualTo(2);
            assertThat(processor).isNotNull();
        }
    }

    @Test
    void aTaskWithTooLittleMemoryEndsItsJobWithThatReasonAndTheDispatcherGoesOn() {
        try (RunningProcessor processor = RunningProcessor.startWithHeap("10m")) {
            Job job = job();

            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(jobs.state(job))
                                    .isInstanceOfSatisfying(
                                            JobState.Failed.class,
                                            failed ->
                                                    assertThat(failed.reason())
                                                            .startsWith(
                                                                    "The task ran out of memory")));
            assertThat(processor).isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    makeline.processor.local-runner.most-tasks    | 0   | makeline.processor.local-runner.most-tasks must be from 1 to 1000, not 0
                    makeline.processor.local-runner.stop-grace    | 0s  | makeline.processor.local-runner.stop-grace must be positive
                    makeline.processor.dispatch.reconcile-page   | 0   | makeline.processor.dispatch.reconcile-page must be from 1
                    makeline.processor.dispatch.stream-interval   | -1s | makeline.processor.dispatch.stream-interval must be positive
                    makeline.processor.run.lease                  | 6s  | at least twice as long
                    makeline.processor.run.stray-output-after     | 1h  | makeline.processor.run.stray-output-after must be longer than any attempt
                    makeline.processor.run.bytes-per-owner        | 0   | must be positive
                    """)
    void aWrongSettingEndsTheStartWithASentence(String property, String value, String sentence) {
        assertThatThrownBy(() -> RunningProcessor.start("", Map.of(property, value)).close())
                .hasStackTraceContaining(sentence);
    }

    private Job job() {
        return jobs.job(jobs.file("notes.txt", "flour\n".getBytes(UTF_8)), "salt");
    }

    private int filesOfOwner() {
        return jobs.dynamoDb
                .query(query ->
                        query.tableName(FilesTable.NAME)
                                .indexName(FilesTable.BY_OWNER)
                                .keyConditionExpression("#owner = :owner")
                                .expressionAttributeNames(Map.of("#owner", FilesTable.OWNER_STATE))
                                .expressionAttributeValues(
                                        Map.of(
                                                ":owner",
                                                Attributes.text(
                                                        FilesTable.ownerState(
                                                                jobs.owner, "live")))))
                .count();
    }
}

package dev.makeline.watcher;

import static dev.makeline.protocol.ResourceNames.DEAD_LETTER_SUFFIX;
import static dev.makeline.protocol.ResourceNames.S3_EVENTS_QUEUE;
import static dev.makeline.protocol.ResourceNames.UPLOAD_JOBS_QUEUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.makeline.protocol.ObjectVersion;
import dev.makeline.protocol.UploadJob;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatcherBootTest {

    private final IntakeFixture aws = new IntakeFixture();

    /// The quickest of a few: a test machine may have other work.
    @Test
    void onItsShippedSettingsAnEventIsAJobWithinASecond() throws Exception {
        try (RunningWatcher watcher = start(Map.of())) {
            await().untilAsserted(() ->
                    assertThat(watcher.get("/health/readiness").statusCode()).isEqualTo(200));

            List<Duration> latencies = new ArrayList<>();
            for (int make = 0; make < 5; make++) {
                ObjectVersion announced = aws.put("makes/" + make + ".json", "{}");
                long begun = System.nanoTime();
                aws.announce(announced);
                await().pollInterval(Duration.ofMillis(20))
                        .untilAsserted(() ->
                                assertThat(aws.takeJobs())
                                        .extracting(UploadJob::object)
                                        .containsExactly(announced));
                latencies.add(Duration.ofNanos(System.nanoTime() - begun));
            }

            assertThat(latencies)
                    .anySatisfy(latency -> assertThat(latency).isLessThan(Duration.ofSeconds(1)));
        }
    }

    @Test
    void withEventsOffPollingAloneFindsEveryObject() {
        try (RunningWatcher watcher = start(Map.of("makeline.watcher.events", false))) {
            ObjectVersion before = aws.put("makes/one.json", "{}");
            List<UploadJob> jobs = new ArrayList<>();
            await().untilAsserted(() -> {
                jobs.addAll(aws.takeJobs());
                assertThat(jobs).extracting(UploadJob::object).containsExactly(before);
            });

            ObjectVersion later = aws.put("makes/two.json", "{}");

            await().untilAsserted(() -> {
                jobs.addAll(aws.takeJobs());
                assertThat(jobs).extracting(UploadJob::object).containsExactly(before, later);
            });
            assertThat(watcher).isNotNull();
        }
    }

    @Test
    void healthAndMetricsTellHowItGoes() throws Exception {
        aws.sqs.sendMessage(send ->
                send.queueUrl(aws.url(UPLOAD_JOBS_QUEUE + DEAD_LETTER_SUFFIX)).messageBody("dead"));
        try (RunningWatcher watcher = start(Map.of())) {
            aws.announce(aws.put("makes/pie.json", "{}"));
            aws.send("no event");

            await().untilAsserted(() ->
                    assertThat(watcher.get("/prometheus").body())
                            .contains("makeline_watcher_objects_found_total{source=\"event\"} 1.0")
                            .contains(
                                    "makeline_watcher_objects_found_total{source=\"stranded\"} 0.0")
                            .contains(
                                    "makeline_watcher_events_ignored_total{reason=\"test-event\"}")
                            .containsPattern("makeline_watcher_events_malformed_total [1-9]")
                            .contains("makeline_watcher_events_age_seconds")
                            .contains(
                                    "makeline_watcher_listing_pass_seconds_count{kind=\"full\"} 1")
                            .contains(
                                    "makeline_queue_depth{queue=\"makeline-upload-jobs-dlq\"} 1.0")
                            .contains("makeline_aws_requests_total{operation=\"ReceiveMessage\""));
            assertThat(watcher.get("/health/liveness").statusCode()).isEqualTo(200);
            assertThat(watcher.get("/health/readiness").body())
                    .contains("\"s3\":\"reached\"")
                    .contains("\"sqs\":\"reached\"")
                    .contains("\"dynamodb\":\"reached\"");
        }
    }

    @Test
    void itWaitsForAQueueThatDoesNotExistYet() throws Exception {
        aws.sqs.deleteQueue(delete -> delete.queueUrl(aws.url(S3_EVENTS_QUEUE)));
        try (RunningWatcher watcher = start(Map.of())) {
            assertThat(watcher.get("/health/readiness").statusCode()).isEqualTo(503);
            assertThat(watcher.get("/health/readiness").body()).contains("\"sqs\":\"not there: ");
            assertThat(watcher.get("/health/liveness").statusCode()).isEqualTo(200);

            aws.createQueues();
            ObjectVersion pie = aws.put("makes/pie.json", "{}");
            aws.announce(pie);

            await().untilAsserted(() ->
                    assertThat(watcher.get("/health/readiness").statusCode()).isEqualTo(200));
            await().untilAsserted(() ->
                    assertThat(aws.takeJobs()).extracting(UploadJob::object).containsExactly(pie));
        } finally {
            aws.createQueues();
        }
    }

    @Test
    void aStopFinishesWithinAFewSecondsAndLeavesNothingInFlight() {
        RunningWatcher watcher = start(Map.of());
        List<ObjectVersion> announced = new ArrayList<>();
        for (int make = 0; make < 100; make++) {
            announced.add(aws.put("makes/" + make + ".json", "{}"));
        }
        announced.forEach(aws::announce);
        long begun = System.nanoTime();

        watcher.close();

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
        assertThat(aws.inFlight(S3_EVENTS_QUEUE)).isZero();
        assertThat(aws.takeJobs()).hasSize(announced.size() - (int) aws.depth(S3_EVENTS_QUEUE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    makeline.watcher.event-loop.pollers   | 0     | makeline.watcher.event-loop.pollers must be from 1 to 64, not 0
                    makeline.watcher.event-loop.long-poll | 30s   | makeline.watcher.event-loop.long-poll must be from 1s to 20s
                    makeline.watcher.drain                | 0s    | makeline.watcher.drain must be positive
                    makeline.watcher.back-off.longest     | 1ms   | no longer than makeline.watcher.back-off.longest
                    makeline.watcher.listing.interval     | -1s   | makeline.watcher.listing.interval must be positive
                    makeline.watcher.listing.margin       | 5s    | makeline.watcher.listing.margin (PT5S) must be longer than
                    makeline.watcher.listing.grace        | soon  | makeline.watcher.listing.grace
                    makeline.watcher.events               | maybe | makeline.watcher.events must be true or false
                    makeline.watcher.stranded.after       | 1s    | must not get shorter in this order
                    makeline.watcher.stranded.limit       | 0     | makeline.watcher.stranded.limit must be from 1
                    makeline.watcher.queue-gauges.interval| 0s    | makeline.watcher.queue-gauges.interval must be positive
                    """)
    void aWrongSettingEndsTheStartWithASentence(String property, String value, String sentence) {
        assertThatThrownBy(() -> start(Map.of(property, value)).close())
                .hasStackTraceContaining(sentence);
    }

    private static RunningWatcher start(Map<String, Object> settings) {
        return new RunningWatcher(IntakeFixture.systemProperties(), settings);
    }
}

package dev.makeline.sender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartTest extends SenderTest {

    private static final String SQS_PROPERTY = "aws.endpointUrlSqs";

    @Test
    void theShippedSettingsStartAServiceThatIsReadyAndCounts() {
        Sender sender = startSender();

        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(sender.get("/health/readiness")).contains("\"status\":\"UP\""));

        assertThat(sender.get("/health/liveness")).contains("UP");
        assertThat(sender.get("/prometheus"))
                .contains(
                        "makeline_sender_deliveries_total{outcome=\"accepted\"}",
                        "makeline_sender_retries_total{cause=\"server-unreachable\"}",
                        "makeline_sender_gate_state{dependency=\"s3\"} 0.0",
                        "makeline_sender_messages_held",
                        "makeline_sender_latency_seconds_count");
    }

    @Test
    void aQueueThatIsMissingAtTheStartIsWaitedFor() {
        intake.removeJobsQueue();
        try {
            Sender sender = startSender();
            assertThat(sender.get("/health/readiness")).contains("\"sqs\":\"not there: ");
        } finally {
            intake.createJobsQueue();
        }

        drop("after", 1);

        await().atMost(SOON).until(() -> recipeServer.kept().size() == 1);
    }

    /// The queue is found, which an earlier check was content with.
    @Test
    void aRoleThatMayNotReceiveIsToldOfUntilItMay() throws Exception {
        String shared = System.getProperty(SQS_PROPERTY);
        try (SqsThatRefusesReceives sqs = new SqsThatRefusesReceives(shared)) {
            System.setProperty(SQS_PROPERTY, sqs.url());
            Sender sender = startSender();

            await().atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(sender.get("/health/readiness"))
                                    .contains("\"status\":\"DOWN\"", "\"sqs\":\"not permitted: "));

            sqs.grantReceives();

            await().atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(sender.get("/health/readiness"))
                                    .contains("\"status\":\"UP\""));
            sender.close();
        } finally {
            System.setProperty(SQS_PROPERTY, shared);
        }
    }

    @Test
    void aServiceThatStillWaitsForItsQueueCanBeStopped() {
        intake.removeJobsQueue();
        try {
            Sender sender = startSender();

            sender.close();
        } finally {
            intake.createJobsQueue();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    makeline.recipe-server.url | recipe-server:8080 | must be a URL such as http://127.0.0.1:8080
                    makeline.recipe-server.token | '' | set MAKELINE_SERVICE_TOKEN
                    makeline.recipe-server.request-timeout | 1s | no longer than makeline.recipe-server.request-timeout
                    makeline.sender.sessions.count | 0 | makeline.sender.sessions.count must be from 1 to 50
                    makeline.sender.sessions.long-poll | 30s | must be from 1s to 20s
                    makeline.sender.sessions.drain | soon | soon
                    makeline.sender.back-off.first | 10ms | must be at least 1s
                    makeline.sender.gate.failures-to-open | none | none
                    makeline.sender.gate.longest-pause | 1ms | no longer than makeline.sender.gate.longest-pause
                    makeline.sender.delivery.grace | -1s | makeline.sender.delivery.grace cannot be negative
                    """)
    void aWrongSettingStopsTheStartWithASentence(String property, String value, String sentence) {
        assertThatThrownBy(() -> startSender(Map.of(property, value)))
                .rootCause()
                .hasMessageContaining(sentence);
    }
}

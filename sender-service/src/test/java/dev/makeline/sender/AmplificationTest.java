package dev.makeline.sender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.makeline.sender.RecipeServerDouble.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;

/// While everything behind the queue fails, retries must not multiply what is asked of it: in each
/// visibility period at most 1.2 calls for each message. All times are a tenth of the shipped ones,
/// but for the first back-off: SQS hides messages for whole seconds.
class AmplificationTest extends SenderTest {

    private static final int MESSAGES = 100;
    private static final int MOST_CALLS = MESSAGES * 12 / 10;
    private static final Duration VISIBILITY = Duration.ofSeconds(6);
    private static final int PERIODS = 2;

    private static final Map<String, Object> SETTINGS =
            Map.of(
                    "makeline.sender.gate.first-pause", "25ms",
                    "makeline.sender.gate.longest-pause", "400ms",
                    "makeline.sender.gate.hold-for", "30s",
                    "makeline.sender.back-off.longest", "6s");

    @Test
    void aServerThatFailsIsCalledHardlyMoreOftenThanThereAreMessages() {
        intake.redeliver(VISIBILITY, 30);
        recipeServer.behave((_, _) -> Answer.status(503));
        drop("server", MESSAGES);

        startSender(SETTINGS);

        assertThatCallsStayWithinTheirBounds(recipeServer::calls);
        recipeServer.behaveWell();
        await().atMost(SOON).until(() -> recipeServer.kept().size() == MESSAGES);
        assertThat(intake.deadLetters()).isZero();
    }

    @Test
    void anS3ThatFailsIsAskedHardlyMoreOftenThanThereAreMessages() throws IOException {
        intake.redeliver(VISIBILITY, 30);
        drop("store", MESSAGES);

        try (S3ThatIsBusy busy = S3ThatIsBusy.start()) {
            startSenderWithS3At(busy.url());

            assertThatCallsStayWithinTheirBounds(busy::requests);
        }
        assertThat(recipeServer.calls()).isZero();
        assertThat(intake.deadLetters()).isZero();
        assertThat(intake.depth()).isEqualTo(MESSAGES);
    }

    private static void assertThatCallsStayWithinTheirBounds(IntSupplier calls) {
        await().atMost(SOON).until(() -> calls.getAsInt() > 0);
        for (int period = 0; period < PERIODS; period++) {
            int before = period == 0 ? 0 : calls.getAsInt();
            await().during(VISIBILITY)
                    .atMost(VISIBILITY.plusSeconds(1))
                    .untilAsserted(() ->
                            assertThat(calls.getAsInt() - before)
                                    .as("calls in one visibility period")
                                    .isLessThanOrEqualTo(MOST_CALLS));
            assertThat(calls.getAsInt()).as("the system is still tried").isGreaterThan(before);
        }
    }

    private void startSenderWithS3At(String url) {
        String property = "aws.endpointUrlS3";
        String shared = System.getProperty(property, "");
        System.setProperty(property, url);
        try {
            startSender(SETTINGS);
        } finally {
            System.setProperty(property, shared);
        }
    }
}

package dev.makeline.local;

import static dev.makeline.protocol.ResourceNames.INTAKE_BUCKET;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;

/// The injected faults lose, repeat and reorder events as they say, and nothing else.
class S3EventFaultsTest {

    @Test
    void aboutTheGivenShareIsDropped() {
        S3EventFaults faults = new SeededS3EventFaults(0.05, false, false, 1);

        assertThat(through(faults, 10_000)).hasSizeBetween(9_400, 9_600);
    }

    @Test
    void doubledEventsComeTwice() {
        S3EventFaults faults = new SeededS3EventFaults(0, true, false, 1);

        assertThat(through(faults, 3)).containsExactly("0", "0", "1", "1", "2", "2");
    }

    @Test
    void shuffledEventsAllComeInAnotherOrder() {
        S3EventFaults faults = new SeededS3EventFaults(0, false, true, 1);
        List<String> inOrder = through(S3EventFaults.none(), 100);

        assertThat(through(faults, 100))
                .isNotEqualTo(inOrder)
                .containsExactlyInAnyOrderElementsOf(inOrder);
    }

    @Test
    void theSameSeedMakesTheSameChoices() {
        assertThat(through(new SeededS3EventFaults(0.5, true, true, 7), 200))
                .isEqualTo(through(new SeededS3EventFaults(0.5, true, true, 7), 200))
                .isNotEqualTo(through(new SeededS3EventFaults(0.5, true, true, 8), 200));
    }

    @Test
    void faultsReachTheQueueAndHeldBackEventsAreReleasedWhenItIsQuiet() {
        LocalAwsSettings settings =
                LocalAwsSettings.inMemory()
                        .withEventFaults(() -> new SeededS3EventFaults(0, true, true, 1));
        try (RunningLocalAws local = RunningLocalAws.start(settings)) {
            local.s3()
                    .putObject(
                            r -> r.bucket(INTAKE_BUCKET).key("a.json"),
                            RequestBody.fromString("{}"));

            List<JsonNode> records = local.records(2);

            assertThat(records)
                    .map(r -> r.path("s3").path("object").path("key").asText())
                    .containsExactly("a.json", "a.json");
        }
    }

    private static List<String> through(S3EventFaults faults, int count) {
        Stream<S3Event> relayed =
                IntStream.range(0, count)
                        .mapToObj(S3EventFaultsTest::event)
                        .flatMap(event -> faults.relay(event).stream())
                        .toList()
                        .stream();
        return Stream.concat(relayed, faults.release().stream()).map(S3Event::key).toList();
    }

    private static S3Event event(int number) {
        return new S3Event(
                S3Event.Name.PUT,
                INTAKE_BUCKET,
                Integer.toString(number),
                1,
                "etag",
                Optional.empty(),
                "00",
                Instant.EPOCH);
    }
}

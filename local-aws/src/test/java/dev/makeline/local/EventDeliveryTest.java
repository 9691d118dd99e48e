package dev.makeline.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// All events reach their queue before the end.
class EventDeliveryTest {

    private static RunningLocalAws local;

    private final BlockingQueue<S3Event> pending = new ArrayBlockingQueue<>(EventDelivery.CAPACITY);

    @BeforeAll
    static void start() {
        local = RunningLocalAws.start(LocalAwsSettings.inMemory().withoutS3Events());
    }

    @AfterAll
    static void stop() {
        local.close();
    }

    @Test
    void closingSendsEverythingThatIsPending() {
        EventDelivery delivery = new EventDelivery(pending, S3EventFaults.none(), local.sqs());
        List<String> keys = IntStream.range(0, 95).mapToObj(i -> i + ".json").toList();
        keys.forEach(key -> pending.add(event(key)));

        delivery.start();
        delivery.close();

        assertThat(keysOf(95)).containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    void faultThatThrowsLosesItsEventAlone() {
        S3EventFaults throwing =
                event -> {
                    if (event.key().equals("bad.json")) {
                        throw new IllegalStateException("a defect in a test's faults");
                    }
                    return List.of(event);
                };
        EventDelivery delivery = new EventDelivery(pending, throwing, local.sqs());
        delivery.start();
        pending.add(event("bad.json"));
        IntStream.range(0, 20).forEach(i -> pending.add(event("good" + i + ".json")));

        delivery.close();

        assertThat(keysOf(20)).hasSize(20).allMatch(key -> key.startsWith("good"));
    }

    private static List<String> keysOf(int count) {
        return local.records(count).stream()
                .map(record -> record.path("s3").path("object").path("key").asText())
                .toList();
    }

    private static S3Event event(String key) {
        return new S3Event(
                S3Event.Name.PUT,
                "makeline-intake",
                key,
                1,
                "etag",
                Optional.empty(),
                "00",
                Instant.EPOCH);
    }
}

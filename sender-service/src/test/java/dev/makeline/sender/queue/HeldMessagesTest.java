package dev.makeline.sender.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makeline.sender.queue.Settlement.Finished;
import dev.makeline.sender.queue.Settlement.PutBack;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;

class HeldMessagesTest {

    private static final Instant NOW = Instant.EPOCH;

    private final HeldMessages held = new HeldMessages();

    @Test
    void aMessageThatIsAcknowledgedBeforeAnythingWasDecidedIsKept() {
        receive("a");

        assertThatThrownBy(() -> held.settle("a")).isInstanceOf(UndecidedMessageException.class);

        assertThat(held.isHeld("a")).isTrue();
    }

    @Test
    void aMessageIsSettledOnceAsItWasDecided() {
        receive("a");
        held.decide("a", new PutBack(Duration.ofSeconds(3)));

        assertThat(held.settle("a")).contains(new PutBack(Duration.ofSeconds(3)));
        assertThat(held.settle("a")).isEmpty();
    }

    @Test
    void aMessageThatWasProlongedAfterItsDecisionIsStillSettled() {
        receive("a");
        held.decide("a", new Finished());
        held.hiddenUntil("a", NOW.plusSeconds(60));

        assertThat(held.settle("a")).contains(new Finished());
        assertThat(held.size()).isZero();
    }

    @Test
    void whateverIsDecidedIsSettledHoweverOftenItIsProlongedMeanwhile() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        Thread keeper =
                Thread.ofPlatform()
                        .start(() -> {
                            for (long turn = 0; !done.get(); turn++) {
                                held.hiddenUntil("a", NOW.plusNanos(turn));
                            }
                        });

        long settled =
                IntStream.range(0, 100_000)
                        .filter(_ -> {
                            receive("a");
                            held.decide("a", new Finished());
                            return held.settle("a").isPresent();
                        })
                        .count();
        done.set(true);
        keeper.join();

        assertThat(settled).isEqualTo(100_000);
        assertThat(held.size()).isZero();
    }

    @Test
    void aMessageThatWasLetGoIsNotSettledAnyMore() {
        receive("a");

        assertThat(held.release("a")).isTrue();
        held.decide("a", new Finished());

        assertThat(held.settle("a")).isEmpty();
        assertThat(held.release("a")).isFalse();
    }

    private void receive(String receipt) {
        held.received(
                List.of(Message.builder().receiptHandle(receipt).build()),
                NOW,
                Duration.ofSeconds(60));
    }
}

package dev.makeline.sender.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.sqs.model.Message;

/// Every message that SQS handed to this process and that is not settled yet, whether a session
/// works on it or it still waits for one. Thread-safe.
///
/// A message is settled once, and only as its handler decided: whatever else acknowledges it, is
/// refused.
final class HeldMessages {

    /// @param receivedAt by the steady clock
    /// @param hiddenUntil by the steady clock, when SQS hands it out again if nothing is done
    record Held(
            String receipt,
            Instant receivedAt,
            Instant hiddenUntil,
            Optional<Settlement> settlement) {

        private Held decided(Settlement decision) {
            return new Held(receipt, receivedAt, hiddenUntil, Optional.of(decision));
        }

        private Held hidden(Instant until) {
            return new Held(receipt, receivedAt, until, settlement);
        }
    }

    private final Map<String, Held> byReceipt = new ConcurrentHashMap<>();

    void received(Collection<Message> messages, Instant now, Duration visibility) {
        messages.forEach(message ->
                byReceipt.put(
                        message.receiptHandle(),
                        new Held(
                                message.receiptHandle(),
                                now,
                                now.plus(visibility),
                                Optional.empty())));
    }

    void decide(String receipt, Settlement settlement) {
        byReceipt.computeIfPresent(receipt, (_, held) -> held.decided(settlement));
    }

    /// Takes the message out of hand and says what was decided of it; empty when it is not in hand
    /// any more.
    ///
    /// @throws UndecidedMessageException when nothing was decided; the message stays in hand
    Optional<Settlement> settle(String receipt) {
        Optional<Held> held = Optional.ofNullable(byReceipt.get(receipt));
        if (held.isPresent() && held.get().settlement().isEmpty()) {
            throw new UndecidedMessageException();
        }
        return Optional.ofNullable(byReceipt.remove(receipt)).flatMap(Held::settlement);
    }

    /// Takes an unsettled message out of hand.
    ///
    /// @return whether it was in hand
    boolean release(String receipt) {
        return byReceipt.remove(receipt) != null;
    }

    void hiddenUntil(String receipt, Instant until) {
        byReceipt.computeIfPresent(receipt, (_, held) -> held.hidden(until));
    }

    boolean isHeld(String receipt) {
        return byReceipt.containsKey(receipt);
    }

    List<Held> all() {
        return List.copyOf(byReceipt.values());
    }

    int size() {
        return byReceipt.size();
    }
}

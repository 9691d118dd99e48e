package dev.makeline.sender.queue;

import dev.makeline.operations.SteadyClock;
import dev.makeline.sender.queue.HeldMessages.Held;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps every message in hand hidden on the queue for as long as it is in hand: one that has used
/// half of its visibility timeout gets a whole one again.
final class VisibilityKeeper {

    private static final Logger log = LoggerFactory.getLogger(VisibilityKeeper.class);

    private final JobQueue queue;
    private final HeldMessages held;
    private final QueueChanges changes;
    private final Duration longestHold;
    private final SteadyClock clock;

    VisibilityKeeper(
            JobQueue queue,
            HeldMessages held,
            QueueChanges changes,
            Duration longestHold,
            SteadyClock clock) {
        this.queue = queue;
        this.held = held;
        this.changes = changes;
        this.longestHold = longestHold;
        this.clock = clock;
    }

    /// How often [#keepOnce] is due: no message is then left with less than a quarter of its time.
    Duration interval() {
        return queue.visibility().dividedBy(4);
    }

    void keepOnce() {
        Instant now = clock.now();
        Instant halfGone = now.plus(queue.visibility().dividedBy(2));
        held.all().stream()
                .filter(message -> message.hiddenUntil().isBefore(halfGone))
                .forEach(message -> keep(message, now));
    }

    private void keep(Held message, Instant now) {
        if (message.receivedAt().plus(longestHold).isBefore(now)) {
            letGo(message, now);
        } else {
            changes.prolong(message.receipt());
            held.hiddenUntil(message.receipt(), now.plus(queue.visibility()));
        }
    }

    /// Another receive may succeed where this one is stuck; the effect is idempotent.
    private void letGo(Held message, Instant now) {
        if (held.release(message.receipt())) {
            log.atError()
                    .addKeyValue("heldFor", Duration.between(message.receivedAt(), now))
                    .log("A message is in hand for too long; it is left to other sessions");
        }
    }
}

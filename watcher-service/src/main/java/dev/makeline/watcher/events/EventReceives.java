package dev.makeline.watcher.events;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import software.amazon.awssdk.services.sqs.model.Message;

/// What one turn takes from the events queue: one receive, or two. A turn costs four requests more,
/// however many events it takes, and its ledger write has room for 25 rows.
///
/// An event that comes alone is returned at once. Where events come in crowds the turn waits a
/// moment for company. Not thread-safe.
final class EventReceives {

    private final EventQueue queue;
    private final EventSettings settings;
    private boolean isCrowded;

    EventReceives(EventQueue queue, EventSettings settings) {
        this.queue = queue;
        this.settings = settings;
    }

    /// Up to 20 messages; empty when none came within the long poll.
    List<Message> next() {
        List<Message> messages = new ArrayList<>(queue.receive(settings.longPoll()));
        boolean full = messages.size() == EventQueue.BATCH;
        isCrowded = messages.size() > 1 || (isCrowded && !messages.isEmpty());
        if (isCrowded) {
            if (!full) {
                LockSupport.parkNanos(settings.company().toNanos());
            }
            messages.addAll(queue.receive(Duration.ZERO));
            isCrowded = messages.size() > 1;
        }
        return messages;
    }
}

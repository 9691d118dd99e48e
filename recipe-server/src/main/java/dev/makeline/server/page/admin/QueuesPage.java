package dev.makeline.server.page.admin;

import dev.makeline.server.queue.DeadLetterItem;
import dev.makeline.server.queue.DeadLetters;
import dev.makeline.server.queue.QueueItem;
import java.util.List;
import java.util.Optional;

/// The queues, and why messages were given up.
///
/// @param objection why something was not done, or cannot be seen
public record QueuesPage(List<OneQueue> queues, Optional<String> objection) {

    /// @param more whether there are more dead letters than are shown
    public record OneQueue(QueueItem queue, List<DeadLetterItem> deadLetters, boolean more) {

        public OneQueue {
            deadLetters = List.copyOf(deadLetters);
        }

        static OneQueue of(QueueItem queue, DeadLetters.Seen seen) {
            return new OneQueue(queue, seen.items(), seen.more());
        }

        public boolean isQuiet() {
            return queue.messages().all() == 0 && !hasDeadLetters();
        }

        public boolean hasDeadLetters() {
            return queue.deadLetters().all() > 0 || !deadLetters.isEmpty();
        }
    }

    public QueuesPage {
        queues = List.copyOf(queues);
    }

    public boolean isQuiet() {
        return !queues.isEmpty() && queues.stream().allMatch(OneQueue::isQuiet);
    }

    /// What a message names, for a person.
    public static String name(DeadLetterItem letter) {
        return letter.objects().isEmpty()
                ? "message " + letter.messageId()
                : letter.objects().getFirst().key();
    }
}

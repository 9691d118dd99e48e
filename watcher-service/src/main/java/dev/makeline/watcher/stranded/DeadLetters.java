package dev.makeline.watcher.stranded;

import java.util.Set;

/// What is known of the dead-lettered upload jobs. Their rows are queued, too, but a person decides
/// about them.
sealed interface DeadLetters {

    /// @param objectIds of every dead-lettered job
    record Known(Set<String> objectIds) implements DeadLetters {

        public Known {
            objectIds = Set.copyOf(objectIds);
        }
    }

    /// @param messages in the dead-letter queue
    record NotAllRead(long messages) implements DeadLetters {}
}

package dev.makeline.sender.queue;

import java.time.Duration;

/// What is to become of a message in hand. JMS knows only acknowledged or not; SQS knows these.
sealed interface Settlement {

    /// Decided and durable: the message is deleted.
    record Finished() implements Settlement {}

    /// To be received again after the delay, by any sender.
    ///
    /// @param delay whole seconds; zero for at once
    record PutBack(Duration delay) implements Settlement {}
}

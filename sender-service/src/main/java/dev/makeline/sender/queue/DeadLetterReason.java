package dev.makeline.sender.queue;

import dev.makeline.protocol.MalformedMessageException;
import dev.makeline.sender.delivery.Delivery;

/// The sentence on a dead letter: of a bounded length, and without characters that SQS refuses in
/// an attribute.
final class DeadLetterReason {

    private static final int LONGEST = 300;

    private DeadLetterReason() {}

    static String of(MalformedMessageException e) {
        return bounded(String.valueOf(e.getMessage()));
    }

    /// @param attempt the last one
    static String of(Delivery.Unavailable last, int attempt) {
        return bounded(
                "Given up after %d attempts; the last one failed with %s: %s"
                        .formatted(attempt, last.cause().label(), last.detail()));
    }

    private static String bounded(String sentence) {
        String text = sentence.replaceAll("[^\\x20-\\x7e]", "?");
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }
}

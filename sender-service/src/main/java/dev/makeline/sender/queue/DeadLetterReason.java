package dev.makeline.sender.queue;

import dev.makeline.protocol.MalformedMessageException;

/// The sentence on a dead letter: of a bounded length, and without characters that SQS refuses in
/// an attribute.
final class DeadLetterReason {

    private static final int LONGEST = 300;

    private DeadLetterReason() {}

    static String of(MalformedMessageException e) {
        String text = String.valueOf(e.getMessage()).replaceAll("[^\\x20-\\x7e]", "?");
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }
}

package dev.makeline.sender.gate;

import java.time.Duration;
import java.util.Optional;

/// What the result of a call says of the system that was called.
public sealed interface Verdict {

    /// It works.
    record Answered() implements Verdict {}

    /// It does not, or not for this message.
    ///
    /// @param retryAfter when the system itself asked to wait
    /// @param blameless whether the message can have nothing to do with it, so that it is worth
    ///   keeping in hand until the system answers again
    record Failed(Optional<Duration> retryAfter, boolean blameless) implements Verdict {}
}

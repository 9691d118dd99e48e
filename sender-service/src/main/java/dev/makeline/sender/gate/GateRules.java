package dev.makeline.sender.gate;

import dev.makeline.sender.gate.GateState.Closed;
import dev.makeline.sender.gate.GateState.Open;
import dev.makeline.sender.gate.GateState.Probing;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// When a gate opens, for how long, and when it closes: pure transitions.
///
/// While everything fails, `n` callers make at most `failuresToOpen + n` calls until the gate is
/// open, and from then on one call each `longestPause / 2` to `longestPause`, however many messages
/// wait: with the shipped settings (5 failures, 32 callers, 4 s) a 60 s outage costs some 60 calls,
/// less than 1.2 × the messages that a queue worth a gate holds. After the fault clears, the next
/// probe goes out within `longestPause`.
///
/// @param failuresToOpen failures in a row, across all callers, that open the gate
/// @param firstPause until the first probe; doubles with each probe that fails
/// @param longestPause no pause is longer, but for a `Retry-After`
/// @param longestRetryAfter a `Retry-After` is believed up to this
public record GateRules(
        int failuresToOpen,
        Duration firstPause,
        Duration longestPause,
        Duration longestRetryAfter) {

    private static final int MOST_DOUBLINGS = 20;

    /// The system answered, whatever it said. Closes the gate also when the call went out before
    /// the gate opened: an answer is an answer.
    GateState answered() {
        return GateState.closed();
    }

    /// A call failed.
    ///
    /// @param probe whether it was the probe; what other calls find out while the gate is open is
    ///   known already
    /// @param jitter from 0 to 1
    GateState failed(
            GateState state,
            boolean probe,
            Instant now,
            Optional<Duration> retryAfter,
            double jitter) {
        return switch (state) {
            case Closed(int failures) when failures + 1 < failuresToOpen ->
                    new Closed(failures + 1);
            case Closed _ -> open(1, now, retryAfter, jitter);
            case Probing(int openings) when probe -> open(openings + 1, now, retryAfter, jitter);
            case Probing _ -> state;
            case Open _ -> state;
        };
    }

    /// The next state for whoever may probe now; empty when nobody may.
    Optional<GateState> probe(GateState state, Instant now) {
        return switch (state) {
            case Open(int openings, Instant until) when !now.isBefore(until) ->
                    Optional.of(new Probing(openings));
            case Open _ -> Optional.empty();
            case Closed _ -> Optional.empty();
            case Probing _ -> Optional.empty();
        };
    }

    private Open open(int openings, Instant now, Optional<Duration> retryAfter, double jitter) {
        return new Open(openings, now.plus(pause(openings, retryAfter, jitter)));
    }

    /// Between half and the whole of the doubled pause, so that senders that failed together do not
    /// probe together; never less than the system asked for.
    private Duration pause(int openings, Optional<Duration> retryAfter, double jitter) {
        Duration doubled = firstPause.multipliedBy(1L << Math.min(openings - 1, MOST_DOUBLINGS));
        Duration whole = shorter(doubled, longestPause);
        Duration pause = Duration.ofNanos((long) (whole.toNanos() * (1 + jitter) / 2));
        Duration asked =
                retryAfter.map(time -> shorter(time, longestRetryAfter)).orElse(Duration.ZERO);
        return pause.compareTo(asked) > 0 ? pause : asked;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}

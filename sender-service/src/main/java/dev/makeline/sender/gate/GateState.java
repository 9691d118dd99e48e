package dev.makeline.sender.gate;

import java.time.Instant;

/// What is believed of a system that is called. [GateRules] has the transitions.
public sealed interface GateState {

    /// Calls go through.
    ///
    /// @param failures in a row, across all callers
    record Closed(int failures) implements GateState {}

    /// No call goes out before `until`, by the steady clock.
    ///
    /// @param openings in a row without an answer between, at least 1
    record Open(int openings, Instant until) implements GateState {}

    /// One call is out to find out; all others wait for it.
    record Probing(int openings) implements GateState {}

    static GateState closed() {
        return new Closed(0);
    }

    /// For a gauge: 0 closed, 1 probing, 2 open.
    default int level() {
        return switch (this) {
            case Closed _ -> 0;
            case Probing _ -> 1;
            case Open _ -> 2;
        };
    }
}

package dev.makeline.server.intake;

import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import java.util.List;
import java.util.Optional;

/// The states of the ledger, as requests name them.
final class IntakeStates {

    static final List<String> ALL =
            List.of("queued", "submitted", "waiting", "rejected", "dismissed");

    private static final List<String> RETRIED_AT_ONCE = List.of("rejected", "waiting");

    private IntakeStates() {}

    /// One state, or all of them when none or `all` is named.
    static List<String> listed(Optional<String> state) {
        return state.filter(name -> !name.equals("all"))
                .map(name -> List.of(known(name, ALL)))
                .orElse(ALL);
    }

    static String retried(Optional<String> state) {
        return known(state.orElse(""), RETRIED_AT_ONCE);
    }

    private static String known(String state, List<String> allowed) {
        if (!allowed.contains(state)) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST,
                    "state is one of %s.".formatted(String.join(", ", allowed)));
        }
        return state;
    }
}

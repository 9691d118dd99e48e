package dev.makeline.server.audit;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// One thing that somebody did or was refused. Texts are kept as [VisibleText] makes them.
///
/// @param at UTC
/// @param actor whose doing: an owner id; empty when nobody is known
/// @param address of the client as the server sees it
/// @param target the id of what it was done to
/// @param details more, by name; never content, never a secret
/// @param credential which log in or token it was done with, as an id that opens nothing
/// @param trace the id that the log lines of the request have
public record AuditEvent(
        Instant at,
        AuditAction action,
        Optional<String> actor,
        String address,
        Optional<String> target,
        Map<String, String> details,
        Optional<String> credential,
        Optional<String> trace) {

    /// Longer than any id or name that this server gives out.
    private static final int LONGEST = 200;

    private static final int LONGEST_DETAIL = 300;
    private static final int MOST_DETAILS = 16;

    public AuditEvent {
        actor = kept(actor);
        address = VisibleText.of(address, LONGEST);
        target = kept(target);
        credential = kept(credential);
        trace = kept(trace);
        details =
                details.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .limit(MOST_DETAILS)
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        detail -> VisibleText.of(detail.getKey(), LONGEST),
                                        detail -> VisibleText.of(detail.getValue(), LONGEST_DETAIL),
                                        (one, _) -> one));
    }

    /// One that no request with a credential is behind.
    public AuditEvent(
            Instant at,
            AuditAction action,
            Optional<String> actor,
            String address,
            Optional<String> target,
            Map<String, String> details) {
        this(at, action, actor, address, target, details, Optional.empty(), Optional.empty());
    }

    /// As an event keeps the name of an actor or target, for finding it.
    static Optional<String> kept(Optional<String> text) {
        return text.filter(value -> !value.isEmpty()).map(value -> VisibleText.of(value, LONGEST));
    }
}

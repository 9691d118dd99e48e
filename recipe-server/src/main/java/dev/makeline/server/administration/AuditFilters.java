package dev.makeline.server.administration;

import dev.makeline.server.audit.AuditAction;
import dev.makeline.server.audit.AuditQuery;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The parameters of `/v1/audit` as they were sent.
public record AuditFilters(
        Optional<String> action,
        Optional<String> actor,
        Optional<String> target,
        Optional<String> from,
        Optional<String> until) {

    private static final Duration USUAL = Duration.ofDays(30);

    /// Events of servers whose clocks are ahead are listed too.
    private static final Duration CLOCKS_APART = Duration.ofMinutes(40);

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    /// @throws ProblemException with 400 for what is no action or no time
    AuditQuery query(Instant now) {
        Instant end = until.map(text -> time("until", text)).orElse(now.plus(CLOCKS_APART));
        Instant start = from.map(text -> time("from", text)).orElse(end.minus(USUAL));
        return new AuditQuery(action.map(AuditFilters::actionOf), actor, target, start, end);
    }

    /// Of the list that a cursor belongs to.
    String name() {
        return "audit "
                + Stream.of(action, actor, target, from, until)
                        .map(filter -> filter.map(text -> text.length() + ":" + text).orElse("-"))
                        .collect(Collectors.joining(" "));
    }

    private static AuditAction actionOf(String label) {
        return AuditAction.of(label)
                .orElseThrow(() ->
                        new ProblemException(
                                ProblemType.INVALID_REQUEST,
                                "The parameter action is one of %s."
                                        .formatted(
                                                Arrays.stream(AuditAction.values())
                                                        .map(AuditAction::label)
                                                        .collect(Collectors.joining(", ")))));
    }

    private static Instant time(String name, String text) {
        try {
            Instant time = Instant.parse(text);
            if (!time.isBefore(EARLIEST) && time.isBefore(LATEST)) {
                return time;
            }
        } catch (DateTimeParseException _) {
            // Told below, like a time that no event has.
        }
        throw new ProblemException(
                ProblemType.INVALID_REQUEST,
                "The parameter %s is a time in UTC, such as 2026-11-20T18:00:00Z.".formatted(name));
    }
}

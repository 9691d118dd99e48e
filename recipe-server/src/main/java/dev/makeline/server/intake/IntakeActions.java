package dev.makeline.server.intake;

import dev.makeline.protocol.IntakeEntry;
import dev.makeline.protocol.IntakeLedger;
import dev.makeline.protocol.IntakeState;
import dev.makeline.protocol.IntakeTable;
import dev.makeline.server.access.RequestAudit;
import dev.makeline.server.audit.AuditAction;
import io.micronaut.http.HttpRequest;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a person does with entries of the ledger, and puts it on record. Thread-safe; blocking.
/// Doing it twice is harmless.
@Singleton
public final class IntakeActions {

    /// Each further attempt means that the entry changed in the very moment between.
    private static final int ATTEMPTS = 5;

    private final IntakeLedger ledger;
    private final WaitingMakes waiting;
    private final WaitingRelease release;
    private final IntakeSettings settings;
    private final RequestAudit audit;
    private final InstantSource clock;

    IntakeActions(
            IntakeLedger ledger,
            WaitingMakes waiting,
            WaitingRelease release,
            IntakeSettings settings,
            RequestAudit audit,
            InstantSource clock) {
        this.ledger = ledger;
        this.waiting = waiting;
        this.release = release;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    public sealed interface Done {
        record Changed(IntakeEntry entry) implements Done {}

        /// Its state does not allow it.
        record Refused(String state) implements Done {}

        record Unknown() implements Done {}
    }

    /// Sends the object on its way again.
    public Done retry(HttpRequest<?> request, String objectId) {
        Optional<IntakeEntry> found = ledger.find(objectId);
        if (found.isEmpty()) {
            return new Done.Unknown();
        }
        IntakeEntry entry = found.get();
        return switch (entry.state()) {
            case IntakeState.Queued _, IntakeState.Waiting _, IntakeState.Rejected _ -> {
                release.sendAgain(List.of(entry.job()));
                put(request, AuditAction.INTAKE_RETRIED, entry);
                yield new Done.Changed(ledger.find(objectId).orElse(entry));
            }
            case IntakeState.Submitted _, IntakeState.Dismissed _ ->
                    new Done.Refused(entry.state().label());
        };
    }

    /// @param more whether entries of the state are left that had not changed since `until`, so
    ///   that it wants calling again with that
    @Schema(name = "RetriedObjects")
    record Retried(int retried, boolean more, Instant until) {}

    /// Sends the longest unchanged entries of a state on their way again.
    ///
    /// @param until entries that changed later are left out, so that calls with the answer's come
    ///   to an end though what was sent again is rejected again
    Retried retryAll(HttpRequest<?> request, String state, Optional<Instant> until) {
        int most = settings.retryEntries();
        Instant end = until.orElseGet(() -> clock.instant().truncatedTo(ChronoUnit.MILLIS));
        List<IntakeEntry> found =
                IntakeTable.shardsOf(state).stream()
                        .map(shard -> ledger.page(shard, Optional.empty(), most + 1, false))
                        .flatMap(List::stream)
                        .filter(entry -> !entry.changedAt().isAfter(end))
                        .sorted(Comparator.comparing(IntakeList::position))
                        .limit(most + 1L)
                        .toList();
        List<IntakeEntry> retried = found.subList(0, Math.min(most, found.size()));
        release.sendAgain(retried.stream().map(IntakeEntry::job).toList());
        audit.append(
                request,
                AuditAction.INTAKE_RETRIED,
                Optional.empty(),
                Map.of("state", state, "count", Integer.toString(retried.size())));
        return new Retried(retried.size(), found.size() > most, end);
    }

    /// Keeps the reason.
    public Done dismiss(HttpRequest<?> request, String objectId) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<IntakeEntry> found = ledger.find(objectId);
            if (found.isEmpty()) {
                return new Done.Unknown();
            }
            IntakeEntry entry = found.get();
            switch (entry.state()) {
                case IntakeState.Rejected(var reason, var place) -> {
                    if (ledger.replace(entry, dismissed(entry, reason, place))) {
                        put(request, AuditAction.INTAKE_DISMISSED, entry);
                        return new Done.Changed(dismissed(entry, reason, place));
                    }
                }
                case IntakeState.Waiting(long recipeId) -> {
                    String reason = "It waited for recipe %d.".formatted(recipeId);
                    IntakeEntry next = dismissed(entry, reason, Optional.empty());
                    if (ledger.replace(entry, next)) {
                        waiting.remove(recipeId, objectId);
                        put(request, AuditAction.INTAKE_DISMISSED, entry);
                        return new Done.Changed(next);
                    }
                }
                case IntakeState.Queued _, IntakeState.Submitted _, IntakeState.Dismissed _ -> {
                    return new Done.Refused(entry.state().label());
                }
            }
        }
        throw new LedgerBusyException("The entry changes all the time");
    }

    private void put(HttpRequest<?> request, AuditAction action, IntakeEntry entry) {
        audit.append(
                request,
                action,
                Optional.of(entry.objectId()),
                Map.of("key", entry.job().key(), "state", entry.state().label()));
    }

    private IntakeEntry dismissed(IntakeEntry entry, String reason, Optional<String> place) {
        return entry.with(
                new IntakeState.Dismissed(reason, place),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }
}

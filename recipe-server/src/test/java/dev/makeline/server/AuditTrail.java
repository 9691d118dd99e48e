package dev.makeline.server;

import dev.makeline.server.audit.AuditEntry;
import dev.makeline.server.audit.AuditHistory;
import dev.makeline.server.audit.AuditPage;
import dev.makeline.server.audit.AuditQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The audit events of the last hour, oldest first, as the log's own reader finds them.
record AuditTrail(RunningServer server) {

    private static final int PAGE = 500;

    static AuditTrail of(RunningServer server) {
        return new AuditTrail(server);
    }

    List<AuditEntry> by(String actor) {
        return find(Optional.of(actor), Optional.empty());
    }

    List<AuditEntry> ofTarget(String target) {
        return find(Optional.empty(), Optional.of(target));
    }

    List<String> actions() {
        return find(Optional.empty(), Optional.empty()).stream().map(AuditEntry::action).toList();
    }

    List<String> actionsOf(String actor) {
        return by(actor).stream().map(AuditEntry::action).toList();
    }

    String text() {
        return find(Optional.empty(), Optional.empty()).toString();
    }

    private List<AuditEntry> find(Optional<String> actor, Optional<String> target) {
        Instant now = Instant.now();
        AuditQuery query =
                new AuditQuery(
                        Optional.empty(),
                        actor,
                        target,
                        now.minus(Duration.ofHours(1)),
                        now.plusSeconds(1));
        List<AuditEntry> entries = new ArrayList<>();
        Optional<String> before = Optional.empty();
        do {
            AuditPage page = server.bean(AuditHistory.class).find(query, before, PAGE);
            entries.addAll(page.entries());
            before = page.next();
        } while (before.isPresent());
        return entries.reversed();
    }
}

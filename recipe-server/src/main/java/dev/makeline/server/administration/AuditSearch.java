package dev.makeline.server.administration;

import dev.makeline.server.audit.AuditHistory;
import dev.makeline.server.audit.AuditPage;
import dev.makeline.server.audit.AuditQuery;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.request.Cursors;
import dev.makeline.server.request.Page;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;

/// Events of the audit log, page by page. Thread-safe; blocking.
@Singleton
public final class AuditSearch {

    private final AuditHistory history;
    private final Cursors cursors;
    private final InstantSource clock;

    AuditSearch(AuditHistory history, Cursors cursors, InstantSource clock) {
        this.history = history;
        this.cursors = cursors;
        this.clock = clock;
    }

    /// The newest first. A page may have few events, or none, although more follow.
    ///
    /// @throws ProblemException with 400 for what is no action or no time
    public Page<AuditItem> find(AuditFilters filters, int size, Optional<String> cursor) {
        AuditQuery query = filters.query(clock.instant());
        String list = filters.name();
        AuditPage found = history.find(query, cursors.read(list, cursor), size);
        return new Page<>(
                found.entries().stream().map(AuditItem::of).toList(),
                found.next().map(position -> cursors.write(list, position)));
    }
}

package dev.makeline.server.audit;

import java.util.List;
import java.util.Optional;

/// Events that were found, the newest first. There may be few of them, or none, although more
/// follow: one page reads a bounded number of rows.
///
/// @param next the position to go on from; empty when that was all
public record AuditPage(List<AuditEntry> entries, Optional<String> next) {

    public AuditPage {
        entries = List.copyOf(entries);
    }
}

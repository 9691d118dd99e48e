package dev.makeline.server.audit;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What one read of partitions found, the newest first.
///
/// @param readTo how far back all of them were read; empty when to their beginning
record AuditRound(YearMonth month, List<AuditEntry> entries, Optional<String> readTo) {

    /// What one partition gave.
    ///
    /// @param readTo the position of the last row that was looked at, when others may follow
    record Part(List<AuditEntry> entries, Optional<String> readTo) {}

    /// Entries older than where another partition was read to would overtake what is still unread
    /// there, and are left to the next round.
    static AuditRound of(YearMonth month, List<Part> parts) {
        Optional<String> readTo =
                parts.stream().flatMap(part -> part.readTo().stream()).max(String::compareTo);
        List<AuditEntry> entries =
                parts.stream()
                        .flatMap(part -> part.entries().stream())
                        .filter(entry ->
                                readTo.filter(to -> entry.position().compareTo(to) < 0).isEmpty())
                        .sorted(Comparator.comparing(AuditEntry::position).reversed())
                        .toList();
        return new AuditRound(month, entries, readTo);
    }
}

package dev.makeline.server.page.admin;

import dev.makeline.server.administration.AuditItem;
import dev.makeline.server.audit.AuditAction;
import dev.makeline.server.request.Page;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Events of the audit log, the newest first.
public record AuditLogPage(
        String action, String actor, String target, List<AuditItem> events, Optional<String> next) {

    public AuditLogPage {
        events = List.copyOf(events);
    }

    static AuditLogPage of(String action, String actor, String target, Page<AuditItem> page) {
        return new AuditLogPage(action, actor, target, page.items(), page.nextCursor());
    }

    public static List<String> actions() {
        return Arrays.stream(AuditAction.values()).map(AuditAction::label).sorted().toList();
    }

    /// In the order of their names.
    public static String details(AuditItem event) {
        return event.details().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(detail -> detail.getKey() + ": " + detail.getValue())
                .collect(Collectors.joining(", "));
    }
}

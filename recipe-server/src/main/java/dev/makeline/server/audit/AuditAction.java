package dev.makeline.server.audit;

import java.util.Arrays;
import java.util.Optional;

/// What an audit event tells of. Labels are kept for years: they never change their meaning.
public enum AuditAction {
    ACCESS_REFUSED("access-refused"),

    /// How many more refusals one address or actor met in a minute than were put on record singly.
    REFUSALS_SUMMED("refusals-summed");

    private final String label;

    AuditAction(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public static Optional<AuditAction> of(String label) {
        return Arrays.stream(values()).filter(action -> action.label.equals(label)).findFirst();
    }
}

package dev.makeline.server.audit;

/// What an audit event tells of. Labels are kept for years: they never change their meaning.
public enum AuditAction {
    ACCESS_REFUSED("access-refused");

    private final String label;

    AuditAction(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}

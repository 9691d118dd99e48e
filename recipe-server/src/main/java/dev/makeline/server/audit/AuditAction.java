package dev.makeline.server.audit;

/// What an audit event tells of. Labels are kept for years: they never change their meaning.
public enum AuditAction {
    ACCESS_REFUSED("access-refused"),
    LOGIN("login"),
    LOGIN_REFUSED("login-refused"),
    LOGOUT("logout"),
    TOKEN_CREATED("token-created"),
    TOKEN_REVOKED("token-revoked"),
    REFRESH_REPLAYED("refresh-replayed"),
    SESSION_ENDED("session-ended");

    private final String label;

    AuditAction(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}

package dev.makeline.server.audit;

import java.util.Arrays;
import java.util.Optional;

/// What an audit event tells of. Labels are kept for years: they never change their meaning.
public enum AuditAction {
    ACCESS_REFUSED("access-refused"),

    /// How many more refusals one address or actor met in a minute than were put on record singly.
    REFUSALS_SUMMED("refusals-summed"),
    LOGIN("login"),
    LOGIN_REFUSED("login-refused"),
    LOGOUT("logout"),
    TOKEN_CREATED("token-created"),
    TOKEN_REVOKED("token-revoked"),
    REFRESH_REPLAYED("refresh-replayed"),
    SESSION_ENDED("session-ended"),
    UPLOAD_STARTED("upload-started"),
    UPLOAD_REFUSED("upload-refused"),
    FILE_UPLOADED("file-uploaded"),
    FILE_CHANGED("file-changed"),
    FILE_DOWNLOADED("file-downloaded"),
    FILE_LINK_ISSUED("file-link-issued"),
    FILE_DELETED("file-deleted"),
    FILE_RESTORED("file-restored"),
    FILE_PURGED("file-purged"),
    FILE_SENT_TO_INTAKE("file-sent-to-intake"),
    JOB_CREATED("job-created"),
    JOB_CANCELLED("job-cancelled"),
    RECIPE_REVISED("recipe-revised"),
    MAKE_SIGNED_OFF("make-signed-off"),
    INSIGHTS_REBUILT("insights-rebuilt"),
    INTAKE_RETRIED("intake-retried"),
    INTAKE_DISMISSED("intake-dismissed"),
    CONTAINER_REGISTERED("container-registered"),
    CONTAINER_REMOVED("container-removed"),
    DEAD_LETTERS_REPLAYED("dead-letters-replayed"),

    ACCOUNT_REGISTERED("account-registered"),

    /// The username or the e-mail address was taken.
    REGISTRATION_REFUSED("registration-refused"),
    ADMINISTRATOR_MADE("administrator-made"),
    ACCOUNT_RENAMED("account-renamed"),
    PASSWORD_CHANGED("password-changed"),

    /// A logged in person gave a wrong password where it is asked for again.
    PASSWORD_REFUSED("password-refused"),
    PASSWORD_RESET_ASKED("password-reset-asked"),
    PASSWORD_RESET("password-reset"),
    ROLE_CHANGED("role-changed"),
    ACCOUNT_STATE_CHANGED("account-state-changed"),
    ACCOUNT_DELETED("account-deleted"),

    /// Too many tries: the answer was 429.
    SLOWED_DOWN("slowed-down");

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

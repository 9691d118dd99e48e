package dev.makeline.sender.delivery;

import java.util.Locale;

/// Why an upload job was not decided this time.
public enum Cause {
    /// No connection to recipe-server, or it broke off.
    SERVER_UNREACHABLE(true),
    /// No answer in time. The effect may have happened; submitting again finds it.
    SERVER_TIMEOUT(true),
    /// 429, 502, 503, 504.
    SERVER_BUSY(true),
    /// 401 or 403: the service token is wrong or lacks its scope; a person must act.
    TOKEN_REFUSED(true),
    /// Any other 5xx: it answers, so that this very message may be what it cannot take.
    SERVER_ERROR(false),
    /// Any other status but 200: sender and recipe-server disagree on their contract.
    REQUEST_REFUSED(false),
    /// 200 with a body that is not understood.
    ANSWER_UNREADABLE(false),
    /// S3 throttles, fails, or cannot be reached.
    STORE_UNAVAILABLE(true),
    /// S3 refuses access, or the bucket does not exist; a person must act.
    STORE_REFUSED(true),
    /// S3 does not have the object yet, so soon after its event.
    OBJECT_NOT_YET_THERE(false),
    /// The service is stopping, or a gate stayed open for too long.
    NOT_TRIED(false),
    /// A bug.
    UNEXPECTED(false);

    private final boolean blameless;

    Cause(boolean blameless) {
        this.blameless = blameless;
    }

    /// Whether the message can have nothing to do with it.
    boolean isBlameless() {
        return blameless;
    }

    /// The word in logs and metrics.
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package dev.makeline.server.problem;

import java.util.Arrays;
import java.util.Optional;

/// Every kind of error that the API answers. The URI reference `/problems/<slug>` is stable:
/// clients may compare it.
public enum ProblemType {
    INVALID_REQUEST("invalid-request", "The request cannot be understood", 400),
    INVALID_DOCUMENT("invalid-document", "The document cannot be read", 400),
    INVALID_CURSOR("invalid-cursor", "The cursor is not one of this list", 400),
    INVALID_RESET_LINK("invalid-reset-link", "The link sets no password any more", 400),
    RECIPE_ID_MISMATCH("recipe-id-mismatch", "Path and document name different recipes", 400),
    UNAUTHORIZED("unauthorized", "A valid bearer token is needed", 401),
    LOG_IN_REFUSED("log-in-refused", "The log in was refused", 401),
    REFRESH_REFUSED("refresh-refused", "The refresh token is not valid", 401),
    FORBIDDEN("forbidden", "The token does not allow this", 403),
    CROSS_SITE_REQUEST("cross-site-request", "The request comes from another site", 403),
    WRONG_PASSWORD("wrong-password", "The password is wrong", 403),
    NOT_FOUND("not-found", "There is nothing here", 404),
    RECIPE_NOT_FOUND("recipe-not-found", "Recipe not found", 404),
    REVISION_NOT_FOUND("revision-not-found", "Revision not found", 404),
    MAKE_NOT_FOUND("make-not-found", "Make not found", 404),
    FILE_NOT_FOUND("file-not-found", "File not found", 404),
    JOB_NOT_FOUND("job-not-found", "Job not found", 404),
    CONTAINER_NOT_FOUND("container-not-found", "Container not found", 404),
    OBJECT_NOT_FOUND("object-not-found", "Object not found", 404),
    TOKEN_NOT_FOUND("token-not-found", "Token not found", 404),
    SESSION_NOT_FOUND("session-not-found", "Session not found", 404),
    ACCOUNT_NOT_FOUND("account-not-found", "Account not found", 404),
    QUEUE_NOT_FOUND("queue-not-found", "Queue not found", 404),
    DEAD_LETTER_NOT_FOUND("dead-letter-not-found", "Dead letter not found", 404),
    METHOD_NOT_ALLOWED("method-not-allowed", "This path does not take this method", 405),
    NOT_ACCEPTABLE("not-acceptable", "This is answered as JSON only", 406),
    RECIPE_EXISTS("recipe-exists", "The recipe exists with other content", 409),
    ACCOUNT_EXISTS("account-exists", "Username or e-mail address is taken", 409),
    STATE_CONFLICT("state-conflict", "The object's state does not allow this", 409),
    TOO_MANY_TOKENS("too-many-tokens", "There are as many tokens as may be", 409),
    FILE_STATE_CONFLICT("file-state-conflict", "The file's state does not allow this", 409),
    QUOTA_EXCEEDED("quota-exceeded", "The quota does not allow this", 409),
    REVISION_MISMATCH("revision-mismatch", "The recipe has changed since", 412),
    FILE_CHANGED("file-changed", "The file has changed since", 412),
    ACCOUNT_CHANGED("account-changed", "The account has changed since", 412),
    DOCUMENT_TOO_LARGE("document-too-large", "The document is too large", 413),
    CONTENT_TOO_LARGE("content-too-large", "The content is too large", 413),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", "This is taken as JSON only", 415),
    IDEMPOTENCY_KEY_REUSED(
            "idempotency-key-reused", "The Idempotency-Key was used for another request", 422),
    CONTENT_REFUSED("content-refused", "The content is not what was announced", 422),
    NO_RECIPE_DOCUMENT("no-recipe-document", "This is no recipe document", 422),
    PRECONDITION_REQUIRED("precondition-required", "If-Match is needed", 428),
    TOO_MANY_REQUESTS("too-many-requests", "This was tried too often", 429),
    TOO_MANY_JOBS("too-many-jobs", "There are as many jobs under way as may be", 429),
    INTERNAL("internal", "Something went wrong here", 500),
    UNAVAILABLE("unavailable", "Busy or cut off for the moment", 503);

    private final String slug;
    private final String title;
    private final int status;

    ProblemType(String slug, String title, int status) {
        this.slug = slug;
        this.title = title;
        this.status = status;
    }

    public String uri() {
        return "/problems/" + slug;
    }

    String title() {
        return title;
    }

    int status() {
        return status;
    }

    /// What stands for an HTTP status that no feature chose: the first of its kind.
    static Optional<ProblemType> generalOf(int status) {
        return Arrays.stream(values()).filter(type -> type.status == status).findFirst();
    }
}

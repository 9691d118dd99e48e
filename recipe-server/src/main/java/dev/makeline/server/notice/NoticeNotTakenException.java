package dev.makeline.server.notice;

/// A channel did not take a notice; it stays in the outbox and is told later.
final class NoticeNotTakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoticeNotTakenException(String message, Throwable cause) {
        super(message, cause);
    }
}

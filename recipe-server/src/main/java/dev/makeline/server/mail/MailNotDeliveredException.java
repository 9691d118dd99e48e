package dev.makeline.server.mail;

/// A mail could not be handed over. Handled by [Outbox], which tries again.
final class MailNotDeliveredException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MailNotDeliveredException(String message, Throwable cause) {
        super(message, cause);
    }
}

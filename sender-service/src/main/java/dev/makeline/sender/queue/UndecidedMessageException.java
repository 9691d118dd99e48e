package dev.makeline.sender.queue;

/// Something acknowledged a message of which nothing was decided. A bug; the message is not deleted
/// and comes again.
final class UndecidedMessageException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    UndecidedMessageException() {
        super("A message was acknowledged before anything was decided of it; it is kept");
    }
}

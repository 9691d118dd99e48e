package dev.makeline.server.problem;

/// Something that this needs is busy for longer than the bounded wait for it. Answered with 503 by
/// [FaultHandler].
public class UnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnavailableException(String message) {
        super(message);
    }
}

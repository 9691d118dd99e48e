package dev.makeline.benchmark.instance;

/// A part of the instance does not do what the benchmark needs; the message is for the person at
/// the terminal. Ends the benchmark.
public final class InstanceFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InstanceFailedException(String message) {
        super(message);
    }
}

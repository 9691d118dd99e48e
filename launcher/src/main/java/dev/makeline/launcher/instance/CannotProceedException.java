package dev.makeline.launcher.instance;

/// A command cannot do what it was asked to. The message is one sentence that says why and what to
/// do; the command line prints it and exits with the code.
public final class CannotProceedException extends RuntimeException {

    /// The surroundings are not as they must be; nothing was started.
    public static final int REFUSED = 2;

    /// Something that had started did not work.
    public static final int FAILED = 1;

    private static final long serialVersionUID = 1L;

    private final int exitCode;
    private final String sentence;

    private CannotProceedException(int exitCode, String sentence) {
        super(sentence);
        this.sentence = sentence;
        this.exitCode = exitCode;
    }

    public static CannotProceedException refused(String sentence) {
        return new CannotProceedException(REFUSED, sentence);
    }

    public static CannotProceedException failed(String sentence) {
        return new CannotProceedException(FAILED, sentence);
    }

    public String sentence() {
        return sentence;
    }

    public int exitCode() {
        return exitCode;
    }
}

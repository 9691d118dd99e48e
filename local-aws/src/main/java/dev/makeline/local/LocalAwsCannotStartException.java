package dev.makeline.local;

/// Local AWS cannot start for a reason that a person can remove.
public final class LocalAwsCannotStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String sentence;

    LocalAwsCannotStartException(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    LocalAwsCannotStartException(String sentence, Throwable cause) {
        super(sentence, cause);
        this.sentence = sentence;
    }

    /// What stands in the way and what to do about it.
    public String sentence() {
        return sentence;
    }
}

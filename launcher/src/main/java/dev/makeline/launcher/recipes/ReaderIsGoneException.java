package dev.makeline.launcher.recipes;

/// Whoever read the output has closed it, as `head` does: there is nothing left to do.
final class ReaderIsGoneException extends Exception {

    private static final long serialVersionUID = 1L;

    ReaderIsGoneException(Throwable cause) {
        super("The output was closed", cause);
    }
}

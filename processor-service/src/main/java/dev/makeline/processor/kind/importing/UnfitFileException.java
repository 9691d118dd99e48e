package dev.makeline.processor.kind.importing;

/// The file as a whole can't be imported; nothing of it is.
final class UnfitFileException extends Exception {

    private static final long serialVersionUID = 1L;

    /// @param reason a sentence that says what to do
    UnfitFileException(String reason) {
        // Without a stack trace: bad input is no fault of the program.
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}

package dev.makeline.processor.dispatch;

/// Whether an attempt whose task ended without a result is worth another one, by the exit code of
/// its process. A pure function.
enum RetryPolicy {
    /// Killed, or failed at something that may go well the next time.
    AGAIN,
    /// Another attempt would end alike.
    FOR_GOOD;

    /// Of a Java that has run out of memory (`-XX:+ExitOnOutOfMemoryError`).
    static final int OUT_OF_MEMORY = 3;

    /// Of a process that was called in a way it does not know, as shells and `sysexits.h` have it.
    private static final int MISUSED = 64;

    private static final int CANNOT_BE_EXECUTED = 126;
    private static final int NOT_FOUND = 127;

    static RetryPolicy of(int exitCode) {
        return switch (exitCode) {
            case OUT_OF_MEMORY, MISUSED, CANNOT_BE_EXECUTED, NOT_FOUND -> FOR_GOOD;
            default -> AGAIN;
        };
    }

    /// What there is to say about the end of a task.
    ///
    /// @param when "and without a result", "before it began"
    static String sentence(int exitCode, String when) {
        return exitCode == OUT_OF_MEMORY
                ? "The task ran out of memory; run the job in a larger resource class."
                : "The task ended with exit code %d %s.".formatted(exitCode, when);
    }
}

package dev.makeline.processor.run;

import java.util.stream.Stream;

/// Tells a disk without room from other failures. Java has no exception of its own for it, so the
/// operating system's words are looked for. A pure function.
final class FullDisk {

    /// A chain of causes that is longer goes in a circle.
    private static final int DEEPEST = 50;

    private FullDisk() {}

    static boolean isCauseOf(Throwable failure) {
        return Stream.iterate(failure, one -> one != null, Throwable::getCause)
                .limit(DEEPEST)
                .map(one -> String.valueOf(one.getMessage()))
                .anyMatch(FullDisk::isSaid);
    }

    private static boolean isSaid(String message) {
        return message.contains("No space left on device")
                || message.contains("Disk quota exceeded");
    }
}

package dev.makeline.benchmark;

import java.util.function.Consumer;

/// Tells on standard error how far a benchmark is, with the seconds since its begin.
final class Progress implements Consumer<String> {

    private final long began = System.nanoTime();

    @Override
    public void accept(String line) {
        System.err.printf("%6.1f s  %s%n", (System.nanoTime() - began) / 1e9, line);
    }
}

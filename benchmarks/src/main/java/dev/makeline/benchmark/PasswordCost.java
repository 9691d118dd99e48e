package dev.makeline.benchmark;

import dev.makeline.benchmark.micro.PasswordHashBenchmark;

/// What one hash of a password costs.
///
/// @param iterations of Argon2id over its memory; 1 is what recipe-server ships with
/// @param hashes that were measured
/// @param cpuMillis of one hash
/// @param wallMillis of one hash; more than the CPU's where others share the machine
record PasswordCost(int iterations, long hashes, double cpuMillis, double wallMillis) {

    /// What a login may take of a processor.
    static final double TARGET_MILLIS = 300;

    static PasswordCost of(int iterations, long hashes, long cpuMicros, double wallMillis) {
        return new PasswordCost(iterations, hashes, cpuMicros / 1e3 / hashes, wallMillis);
    }

    Measure measure() {
        return new Measure(
                "CPU of a hash, %,d KiB, %s"
                        .formatted(
                                PasswordHashBenchmark.MEMORY,
                                iterations == 1 ? "1 pass (shipped)" : iterations + " passes"),
                "%.0f ms".formatted(cpuMillis),
                "≤ %.0f ms".formatted(TARGET_MILLIS),
                cpuMillis <= TARGET_MILLIS,
                "%.0f ms on the clock, %d hashes".formatted(wallMillis, hashes));
    }
}

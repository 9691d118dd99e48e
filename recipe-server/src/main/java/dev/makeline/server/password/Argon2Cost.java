package dev.makeline.server.password;

/// How dear one Argon2id hash is.
///
/// @param memory KiB
/// @param iterations passes over the memory
/// @param parallelism lanes
record Argon2Cost(int memory, int iterations, int parallelism) {

    /// Whether a hash of this cost should be made anew where another cost is set: in no respect may
    /// it fall behind.
    boolean isWeakerThan(Argon2Cost set) {
        return memory < set.memory || iterations < set.iterations || parallelism < set.parallelism;
    }
}

package dev.makeline.benchmark.workload;

/// A file to be put into the intake bucket.
///
/// @param content JSON
public record DroppedFile(String key, String content) {}

package dev.makeline.processor.kind;

import java.util.function.Supplier;

/// The file that a job works on.
///
/// @param size bytes
/// @param content fetches it at each call
public record JobInput(String name, String mediaType, long size, Supplier<byte[]> content) {}

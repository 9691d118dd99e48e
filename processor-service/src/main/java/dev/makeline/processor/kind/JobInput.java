package dev.makeline.processor.kind;

/// The file that a job works on.
public record JobInput(String name, String mediaType, Content content) {}

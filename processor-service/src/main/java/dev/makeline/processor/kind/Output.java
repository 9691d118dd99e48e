package dev.makeline.processor.kind;

/// A file that the owner of a job gets.
public record Output(String name, String mediaType, Content content) {}

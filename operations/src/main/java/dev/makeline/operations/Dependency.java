package dev.makeline.operations;

/// Something that a service needs before it is ready: a bean of this type takes part in readiness.
///
/// @param name as it appears in the health document
/// @param probe throws when the dependency does not answer
public record Dependency(String name, Runnable probe) {}

package dev.makeline.processor.kind.importing;

/// A document that says exactly the same as one before it.
///
/// @param first the number of that one
record Repeated(int number, String place, int first) {}

package dev.makeline.processor.kind.importing;

import java.util.Optional;

/// A document that does not go into the intake.
///
/// @param number of the document in the file, from 1
/// @param within where in the document the reason is, if at one place
record Refused(int number, String place, String reason, Optional<String> within) {}

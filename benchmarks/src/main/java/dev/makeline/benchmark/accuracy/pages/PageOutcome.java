package dev.makeline.benchmark.accuracy.pages;

import java.util.Optional;

/// How exactly one page was read.
///
/// @param refusal why it was not imported
/// @param ingredients each `original` against each expected line
/// @param literalSteps each `stepText` against each expected line
/// @param steps as `literalSteps`, where each new section's name is a line before its steps
/// @param plainSteps as `steps`, where the names of sections and steps count on neither side
record PageOutcome(
        String page,
        Optional<String> refusal,
        ListScore ingredients,
        ListScore literalSteps,
        ListScore steps,
        ListScore plainSteps) {}

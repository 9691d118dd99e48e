package dev.makeline.processor.kind;

import java.util.function.Supplier;

/// What came of the work.
public sealed interface JobResult {

    /// A file that the owner of the job gets.
    record Made(String name, String mediaType, Supplier<byte[]> content) implements JobResult {}

    /// It can't be done with this file and these parameters, now or later.
    ///
    /// @param reason a sentence that says what to do
    record Impossible(String reason) implements JobResult {}
}

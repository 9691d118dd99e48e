package dev.makeline.processor.kind;

import java.util.List;

/// What came of the work.
public sealed interface JobResult {

    /// It is done.
    ///
    /// @param outputs the main one first; never empty
    /// @param summary a sentence that says what came out
    record Made(List<Output> outputs, String summary) implements JobResult {

        public Made {
            outputs = List.copyOf(outputs);
            if (outputs.isEmpty()) {
                throw new IllegalArgumentException("What is made has an output");
            }
        }
    }

    /// It can't be done with this file and these parameters, now or later.
    ///
    /// @param reason a sentence that says what to do
    record Impossible(String reason) implements JobResult {}

    /// It can't be done at the moment; another attempt may go well.
    ///
    /// @param reason a sentence
    record NotNow(String reason) implements JobResult {}
}

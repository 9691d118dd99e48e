package dev.makeline.processor.kind;

import java.io.IOException;

/// What one kind of job does. The kind's name, whether it takes a file and the schema of its
/// parameters stand in `dev.makeline.protocol.job.JobKinds`; [#run] gets none that do not fit. It
/// may be run again, after an attempt that ended anywhere, with the same effect as once.
/// Thread-safe.
public interface JobKind {

    String name();

    /// Exceptions count as failures of this attempt alone: another one may go well.
    ///
    /// @throws IOException when the file cannot be read, or a disk is full
    /// @throws InterruptedException when the job is over for another reason
    JobResult run(Assignment assignment, Progress progress)
            throws IOException, InterruptedException;
}

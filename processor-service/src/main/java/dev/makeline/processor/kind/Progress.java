package dev.makeline.processor.kind;

/// Takes how far a job is, and what there is to say about it. Thread-safe.
public interface Progress {

    /// @param percent 0 to 100; what is less than before is ignored
    void at(int percent);

    /// What is done of work that would be done in part if it ended now: a sentence for its owner,
    /// in place of the one before.
    default void soFar(String sentence) {}

    /// A line of the job's log, for its owner. What does not fit into the log is left out.
    void say(String line);
}

package dev.makeline.processor.kind;

/// Takes how far a job is.
public interface Progress {

    /// @param percent 0 to 100; what is less than before is ignored
    void at(int percent);
}

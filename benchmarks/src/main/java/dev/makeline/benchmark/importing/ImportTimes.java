package dev.makeline.benchmark.importing;

import java.time.Duration;

/// How long an import took, each from the order of the job.
///
/// @param documents recipes and makes
/// @param bytes of the file
/// @param reported until the job had succeeded
/// @param kept until recipe-server had compared and kept every make
public record ImportTimes(int documents, long bytes, Duration reported, Duration kept) {

    /// End to end.
    public double documentsAMinute() {
        return documents / (kept.toMillis() / 60_000.0);
    }
}

package dev.makeline.watcher.intake;

import java.util.Locale;

/// What made the watcher send an upload job.
public enum Source {
    EVENT,
    LISTING,

    /// A ledger row whose job was lost.
    STRANDED;

    /// The word in metrics and logs.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

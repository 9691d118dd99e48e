package dev.makeline.watcher.listing;

import java.util.Locale;

/// How much of what a pass lists it looks up in the ledger.
enum PassKind {
    /// Everything.
    FULL,

    /// What was modified since shortly before the last completed pass.
    RECENT;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

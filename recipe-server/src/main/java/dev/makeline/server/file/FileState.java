package dev.makeline.server.file;

import java.util.Arrays;
import java.util.Optional;

/// Where a file stands.
public enum FileState {
    /// Announced; its content has not come, or has not been checked.
    PENDING("pending"),
    LIVE("live"),

    /// Deleted, and restored until it is purged.
    TRASH("trash"),

    /// Its first content did not fit what was announced; gone within the hour.
    REFUSED("refused");

    private final String label;

    FileState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public static Optional<FileState> of(String label) {
        return Arrays.stream(values()).filter(state -> state.label.equals(label)).findFirst();
    }
}

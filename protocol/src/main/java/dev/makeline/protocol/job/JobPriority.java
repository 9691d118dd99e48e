package dev.makeline.protocol.job;

import java.util.Arrays;
import java.util.Optional;

/// Which of the jobs that wait is started first; among equals the oldest.
public enum JobPriority {
    HIGH("high"),
    NORMAL("normal"),
    LOW("low");

    private final String label;

    JobPriority(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public static Optional<JobPriority> of(String label) {
        return Arrays.stream(values()).filter(one -> one.label.equals(label)).findFirst();
    }
}

package dev.makeline.protocol.job;

import java.util.Arrays;
import java.util.Optional;

/// How much of a machine the task of a job gets.
public enum ResourceClass {
    SMALL("small", 96),
    MEDIUM("medium", 256),
    LARGE("large", 1024);

    private final String label;
    private final int heapMebibytes;

    ResourceClass(String label, int heapMebibytes) {
        this.label = label;
        this.heapMebibytes = heapMebibytes;
    }

    public String label() {
        return label;
    }

    /// Of the task's Java heap.
    public int heapMebibytes() {
        return heapMebibytes;
    }

    public static Optional<ResourceClass> of(String label) {
        return Arrays.stream(values()).filter(one -> one.label.equals(label)).findFirst();
    }
}

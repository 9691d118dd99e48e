package dev.makeline.protocol.job;

import java.util.Arrays;
import java.util.Optional;

/// How much of a machine the task of a job gets.
public enum ResourceClass {
    SMALL("small", 256, 512, 96),
    MEDIUM("medium", 512, 1024, 256),
    LARGE("large", 1024, 2048, 1024);

    private final String label;
    private final int cpuUnits;
    private final int memoryMebibytes;
    private final int heapMebibytes;

    ResourceClass(String label, int cpuUnits, int memoryMebibytes, int heapMebibytes) {
        this.label = label;
        this.cpuUnits = cpuUnits;
        this.memoryMebibytes = memoryMebibytes;
        this.heapMebibytes = heapMebibytes;
    }

    public String label() {
        return label;
    }

    /// As ECS counts: 1,024 are one virtual CPU. With [#memoryMebibytes] one of the sizes that
    /// Fargate has.
    public int cpuUnits() {
        return cpuUnits;
    }

    /// Of the whole task.
    public int memoryMebibytes() {
        return memoryMebibytes;
    }

    /// Of the task's Java heap.
    public int heapMebibytes() {
        return heapMebibytes;
    }

    public static Optional<ResourceClass> of(String label) {
        return Arrays.stream(values()).filter(one -> one.label.equals(label)).findFirst();
    }
}

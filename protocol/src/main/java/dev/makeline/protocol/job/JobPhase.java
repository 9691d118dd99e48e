package dev.makeline.protocol.job;

import java.util.Arrays;
import java.util.Optional;

/// The name of a [JobState], as rows and answers have it.
public enum JobPhase {
    QUEUED("queued"),
    STARTING("starting"),
    RUNNING("running"),
    SUCCEEDED("succeeded"),
    FAILED("failed"),
    CANCELLED("cancelled"),
    TIMED_OUT("timed-out");

    private final String label;

    JobPhase(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /// Not over yet.
    public boolean isLive() {
        return switch (this) {
            case QUEUED, STARTING, RUNNING -> true;
            case SUCCEEDED, FAILED, CANCELLED, TIMED_OUT -> false;
        };
    }

    public static Optional<JobPhase> of(String label) {
        return Arrays.stream(values()).filter(phase -> phase.label.equals(label)).findFirst();
    }
}

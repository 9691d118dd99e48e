package dev.makeline.processor.run;

import dev.makeline.protocol.FileQuota;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/// @param heartbeat between two signs of life
/// @param lease how long a job is held without one
/// @param logInterval between two writes of a job's log
/// @param strayOutputAfter when the object of an output that never became a file is removed
/// @param bytesPerOwner the quota, as recipe-server has it
/// @param filesPerOwner the same
@ConfigurationProperties("makeline.processor.run")
public record RunSettings(
        Duration heartbeat,
        Duration lease,
        Duration logInterval,
        Duration strayOutputAfter,
        long bytesPerOwner,
        int filesPerOwner) {

    public RunSettings {
        if (!heartbeat.isPositive() || lease.compareTo(heartbeat.multipliedBy(2)) < 0) {
            throw new IllegalArgumentException(
                    "makeline.processor.run.heartbeat (%s) must be positive and makeline.processor.run.lease (%s) at least twice as long"
                            .formatted(heartbeat, lease));
        }
        if (!logInterval.isPositive()) {
            throw new IllegalArgumentException(
                    "makeline.processor.run.log-interval must be positive, for example 500ms, not "
                            + logInterval);
        }
        if (strayOutputAfter.compareTo(Duration.ofHours(13)) < 0) {
            throw new IllegalArgumentException(
                    "makeline.processor.run.stray-output-after must be longer than any attempt, at least 13h, not "
                            + strayOutputAfter);
        }
        if (bytesPerOwner < 1 || filesPerOwner < 1) {
            throw new IllegalArgumentException(
                    "makeline.processor.run.bytes-per-owner and files-per-owner must be positive, not %d and %d"
                            .formatted(bytesPerOwner, filesPerOwner));
        }
    }

    FileQuota quota() {
        return new FileQuota(bytesPerOwner, filesPerOwner);
    }
}

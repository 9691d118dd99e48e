package dev.makeline.sender;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Shows the time as the system does until somebody sets it.
final class ClockThatIsSet implements InstantSource {

    private volatile Duration offset = Duration.ZERO;

    /// @param by negative to set it back
    void set(Duration by) {
        offset = offset.plus(by);
    }

    @Override
    public Instant instant() {
        return InstantSource.system().instant().plus(offset);
    }
}

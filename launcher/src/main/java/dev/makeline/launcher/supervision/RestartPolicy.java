package dev.makeline.launcher.supervision;

import java.time.Duration;

/// When a process that died is started again. A process that came up is started again for ever,
/// with growing pauses while it keeps dying quickly; one that never comes up is given up.
///
/// @param failedStartsAllowed so many runs in a row may end before they were ready
/// @param firstPause doubles with each quick death
/// @param steadyAfter a run of this length ends the streak of quick deaths
public record RestartPolicy(
        int failedStartsAllowed, Duration firstPause, Duration longestPause, Duration steadyAfter) {

    private static final int LARGEST_DOUBLING = 20;

    /// Quick enough that a killed service is hardly missed, slow enough not to heat the machine.
    public static final RestartPolicy STANDARD =
            new RestartPolicy(
                    5, Duration.ofMillis(250), Duration.ofSeconds(10), Duration.ofSeconds(20));

    /// A run that ended by itself.
    public record Run(boolean wasReady, Duration uptime) {}

    /// What came before, in a row.
    public record Streak(int failedStarts, int quickDeaths) {
        public static final Streak NONE = new Streak(0, 0);
    }

    public sealed interface Decision {

        record Restart(Streak streak, Duration pause) implements Decision {}

        record GiveUp(int failedStarts) implements Decision {}
    }

    public Decision afterDeath(Streak before, Run run) {
        int failedStarts = run.wasReady() ? 0 : before.failedStarts() + 1;
        boolean steady = run.wasReady() && run.uptime().compareTo(steadyAfter) >= 0;
        int quickDeaths = steady ? 1 : before.quickDeaths() + 1;
        return failedStarts > failedStartsAllowed
                ? new Decision.GiveUp(failedStarts)
                : new Decision.Restart(new Streak(failedStarts, quickDeaths), pause(quickDeaths));
    }

    private Duration pause(int quickDeaths) {
        Duration doubled =
                firstPause.multipliedBy(1L << Math.min(quickDeaths - 1, LARGEST_DOUBLING));
        return doubled.compareTo(longestPause) > 0 ? longestPause : doubled;
    }
}

package dev.makeline.launcher.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.launcher.supervision.RestartPolicy.Decision;
import dev.makeline.launcher.supervision.RestartPolicy.Run;
import dev.makeline.launcher.supervision.RestartPolicy.Streak;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RestartPolicyTest {

    private static final Run NEVER_READY = new Run(false, Duration.ofSeconds(1));
    private static final Run READY_AND_SOON_DEAD = new Run(true, Duration.ofSeconds(1));
    private static final Run READY_FOR_LONG = new Run(true, Duration.ofMinutes(5));

    private final RestartPolicy policy =
            new RestartPolicy(
                    2, Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofMinutes(1));

    @Test
    void processThatNeverComesUpIsGivenUpAfterTheAllowedStarts() {
        List<Run> runs = List.of(NEVER_READY, NEVER_READY, NEVER_READY);

        List<Decision> decisions = decide(runs);

        assertThat(decisions)
                .containsExactly(
                        new Decision.Restart(new Streak(1, 1), Duration.ofSeconds(1)),
                        new Decision.Restart(new Streak(2, 2), Duration.ofSeconds(2)),
                        new Decision.GiveUp(3));
    }

    @Test
    void processThatCameUpIsStartedAgainForEver() {
        List<Run> runs = Collections.nCopies(200, READY_AND_SOON_DEAD);

        List<Decision> decisions = decide(runs);

        assertThat(decisions).hasSize(200).allMatch(Decision.Restart.class::isInstance);
    }

    @Test
    void pausesGrowToTheirCap() {
        List<Run> runs = Collections.nCopies(5, READY_AND_SOON_DEAD);

        List<Decision> decisions = decide(runs);

        assertThat(decisions)
                .extracting(decision -> ((Decision.Restart) decision).pause().toSeconds())
                .containsExactly(1L, 2L, 4L, 5L, 5L);
    }

    @Test
    void longRunForgivesWhatWasBefore() {
        List<Run> runs = List.of(NEVER_READY, NEVER_READY, READY_FOR_LONG);

        List<Decision> decisions = decide(runs);

        assertThat(decisions.getLast())
                .isEqualTo(new Decision.Restart(new Streak(0, 1), Duration.ofSeconds(1)));
    }

    private List<Decision> decide(List<Run> runs) {
        List<Decision> decisions = new ArrayList<>();
        Streak streak = Streak.NONE;
        for (Run run : runs) {
            Decision decision = policy.afterDeath(streak, run);
            decisions.add(decision);
            if (decision instanceof Decision.Restart restart) {
                streak = restart.streak();
            }
        }
        return decisions;
    }
}

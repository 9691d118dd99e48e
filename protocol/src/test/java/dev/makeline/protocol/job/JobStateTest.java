package dev.makeline.protocol.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makeline.protocol.FileId;
import dev.makeline.protocol.JobId;
import dev.makeline.protocol.job.JobState.Ended;
import dev.makeline.protocol.job.JobState.Queued;
import dev.makeline.protocol.job.JobState.Running;
import dev.makeline.protocol.job.JobState.Starting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class JobStateTest {

    private static final Instant NOW = Instant.parse("2026-11-20T18:00:00Z");
    private static final FileId FILE = FileId.next(NOW);

    @Test
    void aJobThatGoesWellIsQueuedStartedRunAndOver() {
        Running running =
                Queued.first(NOW)
                        .toStarting(NOW.plusMillis(1))
                        .toRunning(new Lease(1, "a"), NOW.plusMillis(2));

        assertThat(running.succeeded(List.of(FILE), NOW.plusMillis(3), "done"))
                .isEqualTo(new JobState.Succeeded(1, NOW.plusMillis(3), "done", List.of(FILE)));
    }

    @Test
    void anAttemptThatFailsIsFollowedByTheNextUntilThereIsNone() {
        Running first = Queued.first(NOW).toStarting(NOW).toRunning(new Lease(1, "a"), NOW);

        assertThat(first.attemptFailed(NOW, "killed", 2)).isEqualTo(new Queued(2, NOW, "killed"));
        assertThat(first.attemptFailed(NOW, "killed", 1))
                .isEqualTo(new JobState.Failed(1, NOW, "killed"));
    }

    @Test
    void noTaskOfAnotherAttemptClaimsAJob() {
        Starting second = new Queued(2, NOW, "killed").toStarting(NOW);

        assertThatThrownBy(() -> second.toRunning(new Lease(1, "a"), NOW))
                .hasMessage("The job is at attempt 2, not 1");
    }

    @Test
    void onlyItsOwnLeaseHoldsAJob() {
        Running running = Queued.first(NOW).toStarting(NOW).toRunning(new Lease(1, "a"), NOW);

        assertThat(running.isHeldBy(new Lease(1, "a"))).isTrue();
        assertThat(running.isHeldBy(new Lease(1, "b"))).isFalse();
        assertThat(running.isHeldBy(new Lease(2, "a"))).isFalse();
    }

    /// Whatever happens in whatever order, with clocks that go back and forth.
    @Property
    void everyLifeHasOneEndAndNeverMoreAttemptsThanAllowed(
            @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 9) Integer> happenings,
            @ForAll @Size(60) List<@IntRange(min = -2_000, max = 2_000) Integer> steps,
            @ForAll @IntRange(min = 1, max = 10) int mostAttempts) {
        List<JobState> life = new ArrayList<>(List.of(Queued.first(NOW)));
        Instant clock = NOW;

        for (int index = 0; index < happenings.size(); index++) {
            clock = clock.plusMillis(steps.get(index));
            life.add(after(life.getLast(), happenings.get(index), clock, mostAttempts));
        }

        for (int index = 1; index < life.size(); index++) {
            JobState before = life.get(index - 1);
            JobState after = life.get(index);
            assertThat(after.at()).isAfterOrEqualTo(before.at());
            assertThat(after.attempt()).isBetween(before.attempt(), mostAttempts);
            if (before instanceof Ended) {
                assertThat(after).isSameAs(before);
            }
            if (after.attempt() > before.attempt()) {
                assertThat(after).isInstanceOf(Queued.class);
            }
            if (before instanceof Running one && after instanceof Running other) {
                assertThat(other.progress()).isGreaterThanOrEqualTo(one.progress());
            }
        }
    }

    @Property
    void rowsKeepEveryState(
            @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 9) Integer> happenings) {
        JobState state = Queued.first(NOW);
        for (int happening : happenings) {
            state = after(state, happening, NOW, 5);
        }
        Job job =
                new Job(
                        JobId.next(NOW),
                        "owner",
                        new JobOrder(
                                "append-text",
                                Optional.of(FILE),
                                ResourceClass.SMALL,
                                Duration.ofMinutes(5),
                                5,
                                JobPriority.HIGH,
                                Optional.of("pie"),
                                Optional.of(JobId.next(NOW))),
                        state,
                        7,
                        NOW);

        assertThat(JobRows.toJob(JobRows.toItem(job))).isEqualTo(job);
    }

    private static JobState after(JobState state, int happening, Instant now, int mostAttempts) {
        return switch (state) {
            case Queued queued ->
                    happening == 0 ? queued.cancelled(now, "cancelled") : queued.toStarting(now);
            case Starting starting ->
                    switch (happening) {
                        case 0 -> starting.cancelled(now, "cancelled");
                        case 1 -> starting.attemptFailed(now, "never started", mostAttempts);
                        case 2 -> starting.postponed(now, "no capacity");
                        default -> starting.toRunning(Lease.next(starting.attempt()), now);
                    };
            case Running running ->
                    switch (happening) {
                        case 0 -> running.cancelled(now, "cancelled");
                        case 1, 2, 3 -> running.attemptFailed(now, "killed", mostAttempts);
                        case 4 -> running.timedOut(now, "too long");
                        case 5 -> running.failed(now, "no text");
                        case 6 -> running.succeeded(List.of(FILE), now, "done");
                        default -> running.progressed(happening * 10);
                    };
            case Ended ended -> ended;
        };
    }
}

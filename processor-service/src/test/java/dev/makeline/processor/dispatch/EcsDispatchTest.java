package dev.makeline.processor.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.processor.JobsFixture;
import dev.makeline.processor.ecs.EcsClients;
import dev.makeline.processor.ecs.EcsFault;
import dev.makeline.processor.ecs.EcsStandIn;
import dev.makeline.processor.task.ecs.EcsTasks;
import dev.makeline.protocol.job.Job;
import dev.makeline.protocol.job.JobAttempt;
import dev.makeline.protocol.job.JobState;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The dispatcher with ECS at its worst: whatever RunTask does, an attempt gets one task.
class EcsDispatchTest {

    private static final int ATTEMPTS_OF_A_CALL = 2;

    private final JobsFixture jobs = new JobsFixture();
    private final EcsStandIn ecs =
            EcsStandIn.start(
                    (command, _) ->
                            new ProcessBuilder("bash", "-c", "sleep 60 & wait", command.get(1))
                                    .start(),
                    jobs.clock);
    private final Reconciler reconciler = reconciler();

    @AfterEach
    void stop() {
        ecs.close();
    }

    static List<List<EcsFault>> whatRunTaskDoes() {
        EcsFault dropped = new EcsFault.DropAfterwards();
        EcsFault full = new EcsFault.Failure("Capacity is unavailable at this time");
        EcsFault resource = new EcsFault.Failure("RESOURCE:ENI");
        return List.of(
                Collections.nCopies(7, EcsFault.throttled()),
                Collections.nCopies(7, EcsFault.broken()),
                Collections.nCopies(7, dropped),
                List.of(full, full, full, full),
                List.of(full, dropped, dropped, full, full),
                List.of(dropped, EcsFault.throttled(), EcsFault.broken(), dropped),
                List.of(full, dropped, EcsFault.throttled(), full, EcsFault.broken()),
                List.of(resource, EcsFault.broken(), EcsFault.broken(), dropped, dropped));
    }

    @ParameterizedTest
    @MethodSource("whatRunTaskDoes")
    void whateverRunTaskDoesTheAttemptHasOneTaskThatIsOnRecord(List<EcsFault> faults) {
        ecs.faults.addAll(faults);
        Job job = job();

        for (int turn = 0; turn < 20; turn++) {
            reconciler.pollOnce();
            jobs.clock.pass(Duration.ofSeconds(8));
            if (turn % 5 == 4) {
                // Another dispatcher, which remembers nothing.
                reconciler().pollOnce();
            }
            if (jobs.state(job) instanceof JobState.Starting && task(job).isPresent()) {
                break;
            }
        }

        assertThat(jobs.state(job)).isInstanceOf(JobState.Starting.class);
        assertThat(jobs.state(job).attempt()).isEqualTo(1);
        assertThat(task(job)).isPresent();
        assertThat(ecs.started()).hasSize(1);
        assertThat(ecs.alive()).isEqualTo(1);
    }

    @Test
    void withoutCapacityForAnHourTheJobWaitsWithTheReasonAndThenRuns() {
        ecs.isFull = true;
        Job job = job();

        for (int minute = 0; minute < 60; minute++) {
            reconciler.pollOnce();
            jobs.clock.pass(Duration.ofMinutes(1));
            assertThat(jobs.state(job))
                    .isInstanceOfSatisfying(
                            JobState.Queued.class,
                            queued -> {
                                assertThat(queued.attempt()).isEqualTo(1);
                                assertThat(queued.reason())
                                        .startsWith("ECS has no room for the task");
                            });
        }
        ecs.isFull = false;
        reconciler.pollOnce();

        assertThat(jobs.state(job)).isInstanceOf(JobState.Starting.class);
        assertThat(ecs.started()).hasSize(1);
    }

    @Test
    void whileThereIsNoCapacityEcsIsAskedSeldom() {
        ecs.isFull = true;
        job();

        for (int second = 0; second < 600; second++) {
            reconciler.pollOnce();
            jobs.clock.pass(Duration.ofSeconds(1));
        }

        // Two requests each time: Spot and on demand.
        assertThat(ecs.calls.get("RunTask")).isLessThan(80);
    }

    @Test
    void aJobWhoseImageDoesNotExistFailsAndSaysSo() {
        ecs.faults.add(new EcsFault.NoImage());
        Job job = job();

        reconciler.pollOnce();
        reconciler.pollOnce();

        assertThat(jobs.state(job)).isInstanceOf(JobState.Failed.class);
        assertThat(jobs.state(job).reason()).contains("container image does not exist");
    }

    private Job job() {
        return jobs.job(jobs.file("notes.txt", "flour".getBytes(UTF_8)), "salt");
    }

    private Optional<String> task(Job job) {
        return jobs.store.attempt(job.id(), 1).flatMap(JobAttempt::task);
    }

    private Reconciler reconciler() {
        var runner =
                EcsTasks.runner(
                        EcsClients.of(ecs.endpoint(), ATTEMPTS_OF_A_CALL), jobs.clock.steady);
        Dispatcher dispatcher =
                new Dispatcher(
                        jobs.store,
                        runner,
                        jobs.grant(),
                        JobsFixture.DISPATCH,
                        JobsFixture.LEASE,
                        jobs.clock,
                        jobs.clock.steady);
        return new Reconciler(
                jobs.store,
                runner,
                dispatcher,
                new WaitingJobs(jobs.store, dispatcher, jobs.clock.steady),
                JobsFixture.DISPATCH,
                JobsFixture.LEASE,
                jobs.clock,
                jobs.clock.steady,
                new DispatchMeters(new SimpleMeterRegistry(), jobs.clock.steady));
    }
}

package dev.makeline.processor.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.processor.JobsFixture;
import dev.makeline.protocol.JobId;
import dev.makeline.protocol.job.Job;
import dev.makeline.protocol.job.JobKinds;
import dev.makeline.protocol.job.JobOrder;
import dev.makeline.protocol.job.JobPriority;
import dev.makeline.protocol.job.JobState;
import dev.makeline.protocol.job.JobStore.Written;
import dev.makeline.protocol.job.Lease;
import dev.makeline.protocol.job.ResourceClass;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WaitingJobsTest {

    private final JobsFixture jobs = new JobsFixture();
    private final RunnerThatCounts runner = new RunnerThatCounts();
    private final Dispatcher dispatcher =
            new Dispatcher(
                    jobs.store,
                    runner,
                    jobs.grant(),
                    JobsFixture.DISPATCH,
                    JobsFixture.LEASE,
                    jobs.clock,
                    jobs.clock.steady);
    private final WaitingJobs waiting = new WaitingJobs(jobs.store, dispatcher, jobs.clock.steady);
    private Optional<dev.makeline.protocol.FileId> file = Optional.empty();

    @BeforeEach
    void file() {
        file = Optional.of(jobs.file("a.txt", "a".getBytes(UTF_8)).id());
    }

    @Test
    void urgentJobsAreStartedFirstThoughTheyCameLast() {
        Job low = job(JobPriority.LOW, Optional.empty());
        Job normal = job(JobPriority.NORMAL, Optional.empty());
        Job high = job(JobPriority.HIGH, Optional.empty());

        waiting.startAll();

        assertThat(runner.requests)
                .extracting(request -> request.job())
                .containsExactly(high.id(), normal.id(), low.id());
    }

    @Test
    void aNewJobQueuesUpBehindThoseThatWait() {
        Job first = job(JobPriority.NORMAL, Optional.empty());
        runner.full = true;
        waiting.startAll();
        Job second = job(JobPriority.NORMAL, Optional.empty());
        runner.full = false;

        waiting.told(second.id());
        assertThat(runner.requests)
                .extracting(request -> request.job())
                .doesNotContain(second.id());
        waiting.roomMade();

        assertThat(jobs.state(first)).isInstanceOf(JobState.Starting.class);
        assertThat(jobs.state(second)).isInstanceOf(JobState.Starting.class);
    }

    @Test
    void ofJobsWithTheSameKeyOneIsWorkedOnAtATimeAndOthersAreNotHeldUp() {
        Job first = job(JobPriority.NORMAL, Optional.of("pie"));
        Job second = job(JobPriority.NORMAL, Optional.of("pie"));
        Job other = job(JobPriority.NORMAL, Optional.of("cake"));
        waiting.startAll();
        assertThat(jobs.state(first)).isInstanceOf(JobState.Starting.class);
        assertThat(jobs.state(second)).isInstanceOf(JobState.Queued.class);
        assertThat(jobs.state(other)).isInstanceOf(JobState.Starting.class);

        waiting.told(second.id());
        assertThat(jobs.state(second).reason())
                .isEqualTo("Another job with the same exclusive key is worked on.");

        succeed(first);
        waiting.startAll();
        assertThat(jobs.state(second)).isInstanceOf(JobState.Starting.class);
    }

    @Test
    void aJobThatIsCancelledWhileItWaitsTakesNoKeyFromAnother() {
        Job first = job(JobPriority.NORMAL, Optional.of("pie"));
        Job second = job(JobPriority.NORMAL, Optional.of("pie"));
        waiting.startAll();
        Job seen = jobs.store.find(second.id()).orElseThrow();
        assertThat(
                        jobs.store.replace(
                                seen,
                                seen.with(
                                        ((JobState.Live) seen.state())
                                                .cancelled(jobs.clock.instant(), "Cancelled."))))
                .isEqualTo(Written.DONE);

        Job third = job(JobPriority.NORMAL, Optional.of("pie"));
        waiting.startAll();

        assertThat(jobs.state(first)).isInstanceOf(JobState.Starting.class);
        assertThat(jobs.state(third)).isInstanceOf(JobState.Queued.class);
    }

    private Job job(JobPriority priority, Optional<String> key) {
        Job job =
                Job.created(
                        JobId.next(jobs.clock.instant()),
                        jobs.owner,
                        new JobOrder(
                                JobKinds.APPEND_TEXT,
                                file,
                                ResourceClass.SMALL,
                                Duration.ofMinutes(1),
                                3,
                                priority,
                                key,
                                Optional.empty()),
                        jobs.clock.instant());
        jobs.store.create(job, "{\"text\":\"salt\"}");
        jobs.clock.pass(Duration.ofMillis(1));
        return job;
    }

    private void succeed(Job job) {
        Job seen = jobs.store.find(job.id()).orElseThrow();
        Job running =
                seen.with(
                        ((JobState.Starting) seen.state())
                                .toRunning(Lease.next(1), jobs.clock.instant()));
        assertThat(jobs.store.replace(seen, running)).isEqualTo(Written.DONE);
        assertThat(
                        jobs.store.replace(
                                running,
                                running.with(
                                        ((JobState.Running) running.state())
                                                .failed(jobs.clock.instant(), "Over."))))
                .isEqualTo(Written.DONE);
    }
}

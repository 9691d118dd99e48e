package dev.makeline.processor.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.processor.JobsFixture;
import dev.makeline.processor.dispatch.JobStream.Beginning;
import dev.makeline.processor.run.ExitCode;
import dev.makeline.processor.task.AliveTask;
import dev.makeline.processor.task.TaskId;
import dev.makeline.processor.task.TaskRequest;
import dev.makeline.processor.task.TaskStatus;
import dev.makeline.protocol.JobId;
import dev.makeline.protocol.JobsTable;
import dev.makeline.protocol.job.Job;
import dev.makeline.protocol.job.JobAttempt;
import dev.makeline.protocol.job.JobPhase;
import dev.makeline.protocol.job.JobState;
import dev.makeline.protocol.job.JobState.Queued;
import dev.makeline.protocol.job.JobState.Running;
import dev.makeline.protocol.job.Lease;
import dev.makeline.protocol.job.ResourceClass;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DispatchTest {

    private final JobsFixture jobs = new JobsFixture();
    private final RunnerThatCounts runner = new RunnerThatCounts();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Dispatcher dispatcher = dispatcher();
    private final Reconciler reconciler = reconciler(dispatcher);

    @Test
    void aNewJobIsToldByTheStreamAndStarted() {
        JobStream stream = stream(Beginning.LATEST, dispatcher);
        stream.pollOnce();
        Job job = job();

        readToTheEnd(stream);

        assertThat(runner.requests)
                .singleElement()
                .satisfies(request -> {
                    assertThat(request.job()).isEqualTo(job.id());
                    assertThat(request.attempt()).isEqualTo(1);
                });
        assertThat(jobs.state(job)).isInstanceOf(JobState.Starting.class);
        assertThat(jobs.store.attempts(job.id()))
                .extracting(JobAttempt::task)
                .containsExactly(Optional.of(job.id() + ":1"));
    }

    @Test
    void aStreamThatIsReadTwiceFromItsBeginningStartsOneTaskForEachAttempt() {
        List<Job> created = IntStream.range(0, 5).mapToObj(_ -> job()).toList();

        readToTheEnd(stream(Beginning.TRIM_HORIZON, dispatcher));
        readToTheEnd(stream(Beginning.TRIM_HORIZON, dispatcher));
        reconciler.pollOnce();

        assertThat(runner.requests)
                .extracting(request -> request.job())
                .containsExactlyInAnyOrderElementsOf(created.stream().map(Job::id).toList());
    }

    @Test
    void manyDispatchersAtOnceStartOneTaskForEachAttempt() {
        List<Job> created = IntStream.range(0, 5).mapToObj(_ -> job()).toList();

        List<CompletableFuture<Void>> racers =
                IntStream.range(0, 16)
                        .mapToObj(_ ->
                                CompletableFuture.runAsync(() -> {
                                    Dispatcher own = dispatcher();
                                    created.forEach(job -> own.begin(job.id()));
                                }))
                        .toList();
        racers.forEach(CompletableFuture::join);

        assertThat(runner.requests)
                .extracting(request -> request.job())
                .containsExactlyInAnyOrderElementsOf(created.stream().map(Job::id).toList());
    }

    @Test
    void aJobThatNoStreamToldOfIsFoundByItsState() {
        Job job = job();

        reconciler.pollOnce();

        assertThat(jobs.state(job)).isInstanceOf(JobState.Starting.class);
    }

    @Test
    void withoutRoomAJobWaitsInItsFirstAttemptUntilThereIsSome() {
        Job job = job();
        runner.full = true;
        reconciler.pollOnce();
        assertThat(jobs.state(job))
                .isInstanceOfSatisfying(
                        Queued.class,
                        queued -> {
                            assertThat(queued.attempt()).isEqualTo(1);
                            assertThat(queued.reason()).isEqualTo("There is no room.");
                        });

        runner.full = false;
        jobs.clock.pass(Duration.ofSeconds(1));
        reconciler.pollOnce();

        assertThat(jobs.state(job)).isInstanceOf(JobState.Starting.class);
    }

    @Test
    void aTaskThatEndsBeforeItClaimsIsFollowedByTheNextAttempt() {
        Job job = job();
        reconciler.pollOnce();
        runner.end(job.id(), 1, 137);

        reconciler.pollOnce();
        assertThat(jobs.state(job)).isInstanceOf(Queued.class);
        jobs.clock.pass(Duration.ofSeconds(1));
        reconciler.pollOnce();

        assertThat(jobs.state(job))
                .isInstanceOfSatisfying(
                        JobState.Starting.class,
                        starting -> assertThat(starting.attempt()).isEqualTo(2));
        assertThat(jobs.store.attempts(job.id()))
                .extracting(JobAttempt::outcome)
                .containsExactly(JobPhase.FAILED, JobPhase.STARTING);
        assertThat(jobs.store.attempts(job.id()).getFirst().reason())
                .isEqualTo("The task ended with exit code 137 before it began.");
    }

    @Test
    void everyTaskThatDiedIsFoundInOneReadingHoweverManyThereAre() {
        List<Job> created = IntStream.range(0, 10).mapToObj(_ -> job()).toList();
        reconciler.pollOnce();
        created.forEach(job -> runner.end(job.id(), 1, 137));

        reconciler.pollOnce();

        assertThat(created).extracting(jobs::state).allMatch(Queued.class::isInstance);
    }

    @Test
    void aTaskThatIsNeverHeardOfIsGivenUpAndStopped() {
        Job job = job();
        reconciler.pollOnce();
        reconciler.pollOnce();

        jobs.clock.pass(JobsFixture.DISPATCH.claimWithin().plusSeconds(1));
        reconciler.pollOnce();

        assertThat(jobs.state(job).attempt()).isEqualTo(2);
        assertThat(runner.stopped).containsExactly(RunnerThatCounts.idOf(job.id(), 1));
    }

    @Test
    void aTaskWhoseMachineIsBeingPreparedIsWaitedForAndThenGivenTheTimeToClaim() {
        Job job = job();
        reconciler.pollOnce();
        runner.end(job.id(), 1, new TaskStatus.Pending());
        pass(Duration.ofMinutes(9));
        assertThat(jobs.state(job).attempt()).isEqualTo(1);

        runner.end(job.id(), 1, new TaskStatus.Alive());
        reconciler.pollOnce();
        pass(Duration.ofSeconds(59));
        assertThat(jobs.state(job).attempt()).isEqualTo(1);

        pass(Duration.ofSeconds(2));
        assertThat(jobs.state(job).attempt()).isEqualTo(2);
    }

    @Test
    void whileTheRunnerCanNotBeAskedATaskIsNotGivenUp() {
        Job job = job();
        reconciler.pollOnce();
        runner.end(job.id(), 1, new TaskStatus.Unanswered());

        pass(Duration.ofMinutes(5));

        assertThat(jobs.state(job).attempt()).isEqualTo(1);
    }

    @Test
    void aTaskThatFoundTheAttemptTakenIsNotTheEndOfTheOneThatHasIt() {
        Job job = job();
        reconciler.pollOnce();
        claim(job.id());
        runner.end(job.id(), 1, ExitCode.NOTHING_TO_DO.number());

        reconciler.pollOnce();

        assertThat(jobs.state(job)).isInstanceOf(Running.class);
    }

    @Test
    void anAttemptWhoseTokenIsSpoiltIsFollowedByTheNext() {
        Job job = job();
        runner.spoilt = true;

        reconciler.pollOnce();

        assertThat(jobs.state(job))
                .isInstanceOfSatisfying(
                        Queued.class, queued -> assertThat(queued.attempt()).isEqualTo(2));
    }

    @Test
    void theTaskOfAServiceThatIsStoppedInGoodOrderCostsNoAttempt() {
        Job started = job();
        Job running = job();
        reconciler.pollOnce();
        claim(running.id());

        for (Job job : List.of(started, running)) {
            dispatcher.handBack(new AliveTask(RunnerThatCounts.idOf(job.id(), 1), job.id(), 1));
        }

        assertThat(List.of(started, running))
                .allSatisfy(job -> {
                    assertThat(jobs.state(job)).isInstanceOf(Queued.class);
                    assertThat(jobs.state(job).attempt()).isEqualTo(1);
                    assertThat(jobs.store.attempts(job.id()))
                            .singleElement()
                            .satisfies(attempt -> {
                                assertThat(attempt.startingAt()).isEmpty();
                                assertThat(attempt.task()).isEmpty();
                            });
                });
    }

    @Test
    void itShowsWhatIsWorkedOnHowOldItsReadingIsAndWhatItHadToEnd() {
        Job job = job();
        reconciler.pollOnce();
        reconciler.pollOnce();
        assertThat(shown("makeline.jobs", "state", "starting")).isPositive();
        runner.full = true;
        Job second = job();
        runner.end(job.id(), 1, 137);

        reconciler.pollOnce();
        jobs.clock.pass(Duration.ofSeconds(7));

        assertThat(jobs.state(second)).isInstanceOf(Queued.class);
        assertThat(shown("makeline.jobs.wait.for.room")).isEqualTo(1);
        assertThat(shown("makeline.dispatch.reading.age")).isEqualTo(7);
        assertThat(meters.get("makeline.jobs.judged").tag("next", "queued").counter().count())
                .isEqualTo(1);
    }

    private double shown(String name, String... tags) {
        return meters.get(name).tags(tags).gauge().value();
    }

    @Test
    void anotherTasksAttemptIsNotHandedBack() {
        Job job = job();
        reconciler.pollOnce();

        dispatcher.handBack(new AliveTask(new TaskId("another"), job.id(), 1));

        assertThat(jobs.state(job)).isInstanceOf(JobState.Starting.class);
    }

    @Test
    void aRowThatIsNotUnderstoodKeepsNobodyFromTheOthers() {
        Job strange = job();
        jobs.dynamoDb.updateItem(update ->
                update.tableName(JobsTable.NAME)
                        .key(JobsTable.key(strange.id(), JobsTable.JOB_PART))
                        .updateExpression("SET resourceClass = :new")
                        .expressionAttributeValues(
                                Map.of(":new", AttributeValue.fromS("colossal"))));
        Job job = job();

        reconciler.pollOnce();

        assertThat(jobs.state(job)).isInstanceOf(JobState.Starting.class);
    }

    @Test
    void aRunningTaskThatGivesNoSignIsGivenUpAfterItsLeaseAndNotBefore() {
        Job job = job();
        reconciler.pollOnce();
        claim(job.id());
        reconciler.pollOnce();

        jobs.clock.pass(JobsFixture.LEASE);
        reconciler.pollOnce();
        assertThat(jobs.state(job)).isInstanceOf(Running.class);

        jobs.clock.pass(Duration.ofSeconds(1));
        reconciler.pollOnce();
        assertThat(jobs.state(job).attempt()).isEqualTo(2);
        assertThat(runner.stopped).containsExactly(RunnerThatCounts.idOf(job.id(), 1));
    }

    @Test
    void aRunningTaskThatGivesSignsOfLifeGoesOn() {
        Job job = job();
        reconciler.pollOnce();
        claim(job.id());

        for (int beat = 0; beat < 4; beat++) {
            reconciler.pollOnce();
            jobs.clock.pass(JobsFixture.LEASE.minusSeconds(1));
            progress(job.id(), beat);
        }
        reconciler.pollOnce();

        assertThat(jobs.state(job)).isInstanceOf(Running.class);
    }

    @Test
    void aClockThatJumpsByTwentyMinutesEndsNoLeaseAndNoJob() {
        Job job = job();
        reconciler.pollOnce();
        claim(job.id());
        reconciler.pollOnce();

        jobs.clock.jump(Duration.ofMinutes(20));
        reconciler.pollOnce();
        jobs.clock.jump(Duration.ofMinutes(-40));
        reconciler.pollOnce();

        assertThat(jobs.state(job)).isInstanceOf(Running.class);
        assertThat(runner.stopped).isEmpty();
        progress(job.id(), 50);
        assertThat(jobs.state(job)).isInstanceOf(Running.class);
    }

    @Test
    void aTaskThatRanOutOfMemoryIsNotTriedAgain() {
        Job job = job();
        reconciler.pollOnce();
        claim(job.id());
        runner.end(job.id(), 1, RetryPolicy.OUT_OF_MEMORY);

        reconciler.pollOnce();

        assertThat(jobs.state(job))
                .isInstanceOfSatisfying(
                        JobState.Failed.class,
                        failed ->
                                assertThat(failed.reason())
                                        .isEqualTo(
                                                "The task ran out of memory; run the job in a larger resource class."));
    }

    @Test
    void afterItsLastAttemptAJobHasFailed() {
        Job job = jobs.job(jobs.file("a.txt", "a".getBytes(UTF_8)), "b", Duration.ofMinutes(1), 2);
        for (int attempt = 1; attempt <= 2; attempt++) {
            reconciler.pollOnce();
            claim(job.id());
            runner.end(job.id(), attempt, 137);
            reconciler.pollOnce();
            jobs.clock.pass(Duration.ofSeconds(1));
        }

        assertThat(jobs.state(job))
                .isInstanceOfSatisfying(
                        JobState.Failed.class,
                        failed ->
                                assertThat(failed.reason())
                                        .isEqualTo(
                                                "The task ended with exit code 137 and without a result."));
        assertThat(runner.requests).hasSize(2);
    }

    @Test
    void aJobThatRunsPastItsTimeHasTimedOutThoughItsTaskLives() {
        Job job = jobs.job(jobs.file("a.txt", "a".getBytes(UTF_8)), "b", Duration.ofSeconds(5), 3);
        reconciler.pollOnce();
        claim(job.id());
        reconciler.pollOnce();
        for (int beat = 0; beat < 4; beat++) {
            jobs.clock.pass(Duration.ofSeconds(4));
            progress(job.id(), beat);
            reconciler.pollOnce();
        }

        assertThat(jobs.state(job)).isInstanceOf(JobState.TimedOut.class);
        assertThat(runner.stopped).contains(RunnerThatCounts.idOf(job.id(), 1));
    }

    @Test
    void theTaskOfACancelledJobIsStopped() {
        Job job = job();
        reconciler.pollOnce();
        cancel(job.id());

        jobs.clock.pass(JobsFixture.DISPATCH.sweepInterval());
        reconciler.pollOnce();

        assertThat(runner.stopped).containsExactly(RunnerThatCounts.idOf(job.id(), 1));
        assertThat(jobs.state(job)).isInstanceOf(JobState.Cancelled.class);
    }

    @Test
    void anAttemptWhoseTaskNobodyWroteDownIsAskedForAgainAndHasOneTask() {
        Job job = job();
        runner.losesTheAnswer = true;
        reconciler.pollOnce();
        assertThat(jobs.state(job)).isInstanceOf(JobState.Starting.class);
        assertThat(task(job, 1)).isEmpty();

        reconciler.pollOnce();
        jobs.clock.pass(JobsFixture.DISPATCH.resumeAfter().plusSeconds(1));
        dispatcher.resume(jobs.store.find(job.id()).orElseThrow());

        assertThat(task(job, 1)).contains(RunnerThatCounts.idOf(job.id(), 1).value());
        assertThat(runner.requests).hasSize(1);
    }

    @Test
    void anAttemptThatWasLeftBeforeItsTaskWasAskedForIsGivenOneByAnotherDispatcher() {
        Job job = jobs.starting(job());
        reconciler.pollOnce();
        assertThat(runner.requests).isEmpty();

        jobs.clock.pass(JobsFixture.DISPATCH.resumeAfter().plusSeconds(1));
        reconciler.pollOnce();

        assertThat(runner.requests).extracting(TaskRequest::again).containsExactly(true);
        assertThat(jobs.state(job).attempt()).isEqualTo(1);
        assertThat(task(job, 1)).isPresent();
    }

    @Test
    void aTaskThatItsAttemptDoesNotKnowOfIsPutOnRecord() {
        Job job = jobs.starting(job());
        runner.start(request(job));

        reconciler.pollOnce();

        assertThat(task(job, 1)).contains(RunnerThatCounts.idOf(job.id(), 1).value());
        assertThat(runner.stopped).isEmpty();
    }

    @Test
    void aTaskThatNoAttemptWantsIsStoppedByADispatcherThatNeverHeardOfIt() {
        Job job = jobs.starting(job());
        runner.start(request(job));
        cancel(job.id());

        reconciler(dispatcher()).pollOnce();

        assertThat(runner.stopped).containsExactly(RunnerThatCounts.idOf(job.id(), 1));
        assertThat(jobs.state(job)).isInstanceOf(JobState.Cancelled.class);
    }

    @Test
    void aTaskThatCanNeverStartEndsTheJobAtOnce() {
        Job job = job();
        reconciler.pollOnce();
        runner.end(job.id(), 1, new TaskStatus.Lost("There is no such image.", false));

        reconciler.pollOnce();

        assertThat(jobs.state(job))
                .isEqualTo(new JobState.Failed(1, jobs.clock.instant(), "There is no such image."));
    }

    @Test
    void aTaskThatWasTakenAwayIsFollowedByTheNextAttempt() {
        Job job = job();
        reconciler.pollOnce();
        claim(job.id());
        runner.end(job.id(), 1, new TaskStatus.Lost("Its capacity was taken back.", true));

        reconciler.pollOnce();

        assertThat(jobs.state(job).attempt()).isEqualTo(2);
        assertThat(jobs.store.attempts(job.id()).getFirst().reason())
                .isEqualTo("Its capacity was taken back.");
    }

    private static TaskRequest request(Job job) {
        return new TaskRequest(
                job.id(), 1, ResourceClass.SMALL, Duration.ofMinutes(1), Map.of(), false);
    }

    private Optional<String> task(Job job, int attempt) {
        return jobs.store.attempt(job.id(), attempt).flatMap(JobAttempt::task);
    }

    private void cancel(JobId id) {
        Job seen = jobs.store.find(id).orElseThrow();
        jobs.store.replace(
                seen,
                seen.with(
                        ((JobState.Live) seen.state())
                                .cancelled(jobs.clock.instant(), "Cancelled.")));
    }

    private Job job() {
        return jobs.job(jobs.file("notes.txt", "flour".getBytes(UTF_8)), "salt");
    }

    private void pass(Duration time) {
        jobs.clock.pass(time);
        reconciler.pollOnce();
    }

    private void claim(JobId id) {
        Job seen = jobs.store.find(id).orElseThrow();
        JobState.Starting starting = (JobState.Starting) seen.state();
        jobs.store.replace(
                seen,
                seen.with(
                        starting.toRunning(Lease.next(starting.attempt()), jobs.clock.instant())));
    }

    private void progress(JobId id, int percent) {
        Job seen = jobs.store.find(id).orElseThrow();
        jobs.store.replace(seen, seen.with(((Running) seen.state()).progressed(percent)));
    }

    private Dispatcher dispatcher() {
        return new Dispatcher(
                jobs.store,
                runner,
                jobs.grant(),
                JobsFixture.DISPATCH,
                JobsFixture.LEASE,
                jobs.clock,
                jobs.clock.steady);
    }

    private Reconciler reconciler(Dispatcher of) {
        return new Reconciler(
                jobs.store,
                runner,
                of,
                new WaitingJobs(jobs.store, of, jobs.clock.steady),
                JobsFixture.DISPATCH,
                JobsFixture.LEASE,
                jobs.clock,
                jobs.clock.steady,
                new DispatchMeters(meters, jobs.clock.steady));
    }

    private JobStream stream(Beginning beginning, Dispatcher to) {
        return new JobStream(
                jobs.dynamoDb,
                jobs.streams,
                beginning,
                Duration.ofSeconds(10),
                jobs.clock.steady,
                to::begin);
    }

    /// Two reads without a record: one may be the end of a page.
    private static void readToTheEnd(JobStream stream) {
        List<Integer> reads = new ArrayList<>(List.of(1));
        while (reads.size() < 3 || reads.getLast() > 0 || reads.get(reads.size() - 2) > 0) {
            reads.add(stream.pollOnce());
        }
    }
}

package dev.makeline.processor.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makeline.processor.JobsFixture;
import dev.makeline.processor.StuckDynamoDb;
import dev.makeline.processor.kind.Assignment;
import dev.makeline.processor.kind.JobKind;
import dev.makeline.processor.kind.JobResult;
import dev.makeline.processor.kind.Progress;
import dev.makeline.protocol.job.Job;
import dev.makeline.protocol.job.JobKinds;
import dev.makeline.protocol.job.JobState;
import dev.makeline.protocol.job.JobStore;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.core.exception.SdkException;

@Timeout(60)
class HeartbeatTest {

    private static final Duration LEASE = Duration.ofSeconds(3);

    private final JobsFixture jobs = new JobsFixture();
    private final StuckDynamoDb stuck = JobsFixture.stuck();

    @AfterEach
    void stop() {
        stuck.close();
    }

    @Test
    void aSignOfLifeThatIsNotAnsweredIsGivenUpWellWithinTheLease() {
        Job job = jobs.starting(job(Duration.ofMinutes(1)));
        JobStore store = new JobStore(JobsFixture.dynamoDbBehind(stuck));
        HeldJob held = HeldJob.claim(store, LEASE, job.id(), 1, jobs.clock.instant()).orElseThrow();

        stuck.isStuck = true;
        long began = System.nanoTime();
        assertThatThrownBy(() -> held.beat(10)).isInstanceOf(SdkException.class);

        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .isLessThan(LEASE.multipliedBy(2).dividedBy(3));
        stuck.isStuck = false;
        assertThat(held.beat(20)).isEqualTo(HeldJob.Outcome.DONE);
    }

    @Test
    void workWhoseEndInTimeCanNotBeWrittenIsBrokenOffAndItsEndWrittenLater() {
        Job job = jobs.starting(job(Duration.ofSeconds(1)));
        KindThatWaits kind = new KindThatWaits(stuck);

        ExitCode exitCode = jobs.run(kind, JobsFixture.dynamoDbBehind(stuck)).run(job.id(), 1);

        assertThat(exitCode).isEqualTo(ExitCode.RECORDED);
        assertThat(jobs.state(job))
                .isInstanceOfSatisfying(
                        JobState.TimedOut.class,
                        over ->
                                assertThat(over.reason())
                                        .isEqualTo(
                                                "The job did not end within 1 s. 3 of 7 are done."));
    }

    private Job job(Duration timeout) {
        return jobs.job(jobs.file("notes.txt", "flour".getBytes(UTF_8)), "salt", timeout, 3);
    }

    /// Has DynamoDB stuck as it begins, waits for ever, and frees it when it is broken off.
    private record KindThatWaits(StuckDynamoDb dynamoDb) implements JobKind {

        @Override
        public String name() {
            return JobKinds.APPEND_TEXT;
        }

        @Override
        public JobResult run(Assignment assignment, Progress progress) throws InterruptedException {
            progress.soFar("3 of 7 are done.");
            dynamoDb.isStuck = true;
            try {
                new CountDownLatch(1).await();
            } finally {
                dynamoDb.isStuck = false;
            }
            return new JobResult.Impossible("It was not broken off");
        }
    }
}

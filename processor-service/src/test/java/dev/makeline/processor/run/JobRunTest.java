package dev.makeline.processor.run;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.processor.JobsFixture;
import dev.makeline.protocol.Attributes;
import dev.makeline.protocol.FilesTable;
import dev.makeline.protocol.LiveFile;
import dev.makeline.protocol.job.Job;
import dev.makeline.protocol.job.JobAttempt;
import dev.makeline.protocol.job.JobLog;
import dev.makeline.protocol.job.JobPhase;
import dev.makeline.protocol.job.JobState;
import dev.makeline.protocol.job.JobState.Starting;
import dev.makeline.protocol.job.JobStore.Written;
import dev.makeline.protocol.job.LogLine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class JobRunTest {

    private final JobsFixture jobs = new JobsFixture();

    @Test
    void theTextStandsAtTheEndOfTheOutputWhichIsAFileOfTheOwner() {
        Job job = jobs.starting(jobs.job(jobs.file("notes.txt", bytes("flour\n")), "salt"));

        ExitCode exitCode = jobs.run().run(job.id(), 1);

        assertThat(exitCode).isEqualTo(ExitCode.RECORDED);
        assertThat(jobs.state(job))
                .isInstanceOfSatisfying(
                        JobState.Succeeded.class,
                        done -> {
                            assertThat(jobs.content(done.outputs().getFirst()))
                                    .isEqualTo("flour\nsalt");
                            assertThat(row(done, FilesTable.FILE_PART))
                                    .containsEntry("ownerId", Attributes.text(jobs.owner))
                                    .containsEntry("name", Attributes.text("notes-appended.txt"));
                            assertThat(row(done, FilesTable.REMOVAL_PART)).isEmpty();
                        });
        assertThat(jobs.store.attempts(job.id()))
                .extracting(JobAttempt::outcome)
                .containsExactly(JobPhase.SUCCEEDED);
    }

    @Test
    void theOwnerReadsInTheLogWhatTheTaskDid() {
        Job job = jobs.starting(jobs.job(jobs.file("notes.txt", bytes("flour")), "salt"));
        JobLog log = new JobLog(jobs.dynamoDb);

        jobs.run().run(job.id(), 1);

        List<LogLine> lines = log.read(job.id(), Optional.empty(), 100);
        assertThat(lines)
                .extracting(LogLine::text)
                .containsExactly("Attempt 1 began.", "Made notes-appended.txt, 9 bytes.");
        assertThat(log.read(job.id(), Optional.of(lines.getLast().position()), 100)).isEmpty();
    }

    @Test
    void anEmptyFileAndOneOf10MebibytesAreFilesLikeOthers() {
        Job empty = jobs.starting(jobs.job(jobs.file("empty.txt", new byte[0]), "salt"));
        Job large =
                jobs.starting(jobs.job(jobs.file("large.txt", bytes("a".repeat(10 << 20))), "b"));

        jobs.run().run(empty.id(), 1);
        jobs.run().run(large.id(), 1);

        assertThat(jobs.state(empty))
                .isInstanceOfSatisfying(
                        JobState.Succeeded.class,
                        done ->
                                assertThat(jobs.content(done.outputs().getFirst()))
                                        .isEqualTo("salt"));
        assertThat(jobs.state(large))
                .isInstanceOfSatisfying(
                        JobState.Succeeded.class,
                        done ->
                                assertThat(jobs.content(done.outputs().getFirst()))
                                        .hasSize((10 << 20) + 1));
    }

    @Test
    void theJobOfADeletedFileFailsAndSaysSo() {
        LiveFile file = jobs.file("notes.txt", bytes("flour"));
        Job job = jobs.starting(jobs.job(file, "salt"));
        jobs.moveToTrash(file);

        ExitCode exitCode = jobs.run().run(job.id(), 1);

        assertThat(exitCode).isEqualTo(ExitCode.RECORDED);
        assertThat(jobs.state(job))
                .isEqualTo(
                        new JobState.Failed(
                                1,
                                jobs.clock.instant(),
                                "The file was deleted; restore it, or run the job on another one."));
    }

    @Test
    void binaryInputAndWhatIsTooLargeFailWithAReason() {
        Job binary =
                jobs.starting(
                        jobs.job(jobs.file("photo.jpg", new byte[] {(byte) 0xFF, 0x01}), "salt"));
        Job utf16 =
                jobs.starting(jobs.job(jobs.file("notes.txt", "flour".getBytes(UTF_16)), "salt"));
        Job large =
                jobs.starting(jobs.job(jobs.file("large.txt", new byte[(10 << 20) + 1]), "salt"));

        jobs.run().run(binary.id(), 1);
        jobs.run().run(utf16.id(), 1);
        jobs.run().run(large.id(), 1);

        assertThat(jobs.state(binary).reason()).startsWith("The file is no text in UTF-8");
        assertThat(jobs.state(utf16).reason()).startsWith("The file is no text in UTF-8");
        assertThat(jobs.state(large).reason())
                .isEqualTo(
                        "The file has 10485761 bytes; append-text takes files of at most 10485760.");
    }

    @Test
    void anOutputWithoutRoomInTheQuotaFailsAndLeavesNoFile() {
        Job job = jobs.starting(jobs.job(jobs.file("notes.txt", bytes("flour")), "salt"));

        jobs.run(8).run(job.id(), 1);

        assertThat(jobs.state(job)).isInstanceOf(JobState.Failed.class);
        assertThat(jobs.state(job).reason()).contains("The output has 9 bytes", "quota");
    }

    @Test
    void aSecondTaskOfAnAttemptAndATaskOfAnotherAttemptDoNothing() {
        Job job = jobs.starting(jobs.job(jobs.file("notes.txt", bytes("flour")), "salt"));

        assertThat(jobs.run().run(job.id(), 2)).isEqualTo(ExitCode.NOTHING_TO_DO);
        assertThat(jobs.run().run(job.id(), 1)).isEqualTo(ExitCode.RECORDED);
        assertThat(jobs.run().run(job.id(), 1)).isEqualTo(ExitCode.NOTHING_TO_DO);
    }

    @Test
    void aTaskThatSleptPastItsLeaseIsRefusedWhenItWrites() {
        Job job = jobs.starting(jobs.job(jobs.file("notes.txt", bytes("flour")), "salt"));
        HeldJob sleeper =
                HeldJob.claim(jobs.store, job.id(), 1, jobs.clock.instant()).orElseThrow();
        Job seen = jobs.store.find(job.id()).orElseThrow();
        if (seen.state() instanceof JobState.Running running) {
            jobs.store.replace(
                    seen, seen.with(running.attemptFailed(jobs.clock.instant(), "no sign", 3)));
        }
        HeldJob second =
                HeldJob.claim(jobs.store, jobs.starting(job).id(), 2, jobs.clock.instant())
                        .orElseThrow();

        assertThat(sleeper.beat(50)).isEqualTo(HeldJob.Outcome.LOST);
        assertThat(sleeper.end(running -> running.failed(jobs.clock.instant(), "late")))
                .isEqualTo(HeldJob.Outcome.LOST);

        assertThat(second.beat(10)).isEqualTo(HeldJob.Outcome.DONE);
        assertThat(jobs.state(job)).isInstanceOf(JobState.Running.class);
    }

    @Test
    void aCancelledJobIsNotClaimedAndStaysCancelled() {
        Job job = jobs.starting(jobs.job(jobs.file("notes.txt", bytes("flour")), "salt"));
        Written written =
                jobs.store.replace(
                        job,
                        job.with(
                                ((Starting) job.state())
                                        .cancelled(jobs.clock.instant(), "Cancelled.")));

        assertThat(written).isEqualTo(Written.DONE);
        assertThat(jobs.run().run(job.id(), 1)).isEqualTo(ExitCode.NOTHING_TO_DO);
        assertThat(jobs.state(job)).isInstanceOf(JobState.Cancelled.class);
    }

    @Test
    void aHeldJobThatIsCancelledIsLostAtTheNextSignOfLife() {
        Job job = jobs.starting(jobs.job(jobs.file("notes.txt", bytes("flour")), "salt"));
        HeldJob held = HeldJob.claim(jobs.store, job.id(), 1, jobs.clock.instant()).orElseThrow();
        Job seen = jobs.store.find(job.id()).orElseThrow();
        jobs.store.replace(
                seen,
                seen.with(
                        ((JobState.Live) seen.state())
                                .cancelled(jobs.clock.instant().plus(Duration.ofSeconds(1)), "x")));

        assertThat(held.beat(50)).isEqualTo(HeldJob.Outcome.LOST);
    }

    private Map<String, AttributeValue> row(JobState.Succeeded done, String part) {
        return jobs.dynamoDb
                .getItem(get ->
                        get.tableName(FilesTable.NAME)
                                .key(FilesTable.key(done.outputs().getFirst(), part)))
                .item();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}

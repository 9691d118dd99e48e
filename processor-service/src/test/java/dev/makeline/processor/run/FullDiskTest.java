package dev.makeline.processor.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.processor.JobsFixture;
import dev.makeline.processor.kind.Assignment;
import dev.makeline.processor.kind.JobKind;
import dev.makeline.processor.kind.JobResult;
import dev.makeline.processor.kind.Progress;
import dev.makeline.processor.kind.importing.ImportRecipes;
import dev.makeline.processor.kind.importing.S3IntakeObjects;
import dev.makeline.protocol.job.Job;
import dev.makeline.protocol.job.JobKinds;
import dev.makeline.protocol.job.JobState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {

    private static final String FULL = "The disk of the task's machine is full.";

    private final JobsFixture jobs = new JobsFixture();

    @Test
    void anImportThatFillsTheDiskWaitsForAnotherAttemptAndSaysWhy(@TempDir Path folder)
            throws Exception {
        Job job =
                jobs.starting(
                        jobs.job(
                                JobKinds.IMPORT_RECIPES,
                                jobs.file("recipes.jsonl", recipes(1_100).getBytes(UTF_8)),
                                "{}"));

        try (SmallDisk disk = SmallDisk.mountedAt(folder)) {
            ExitCode exitCode =
                    jobs.run(new ImportRecipes(new S3IntakeObjects(jobs.s3)), disk.path())
                            .run(job.id(), 1);

            assertThat(exitCode).isEqualTo(ExitCode.RECORDED);
            assertThat(jobs.state(job))
                    .isEqualTo(new JobState.Queued(2, jobs.clock.instant(), FULL));
            assertThat(disk.left()).isEmpty();
        }
    }

    @Test
    void aFullDiskIsKnownWhereverItIsInTheChainOfCauses() {
        Job job = jobs.starting(jobs.job(jobs.file("notes.txt", "flour".getBytes(UTF_8)), "salt"));

        ExitCode exitCode = jobs.run(new KindOnAFullDisk()).run(job.id(), 1);

        assertThat(exitCode).isEqualTo(ExitCode.RECORDED);
        assertThat(jobs.state(job).reason()).isEqualTo(FULL);
    }

    @Test
    void anotherFailureOfReadingAndWritingIsNoFullDisk() {
        assertThat(FullDisk.isCauseOf(new UncheckedIOException(new IOException("Broken pipe"))))
                .isFalse();
        assertThat(FullDisk.isCauseOf(new IOException("A copy", new IOException((String) null))))
                .isFalse();
    }

    /// Documents that are larger in all than what is fetched, and that do not fit beside it.
    private static String recipes(int count) {
        return IntStream.range(0, count)
                .mapToObj(
                        "{\"recipeName\":\"Bread %d\",\"ingredients\":[{\"quantity\":2,\"measurement\":\"cup\",\"ingredientName\":\"flour\"}],\"steps\":[{\"stepId\":1,\"stepText\":\"Mix it well, and let it rest until it has doubled. Mix it well, and let it rest until it has doubled once more. Mix it well, and let it rest until it has doubled; then shape it, and bake it in a hot oven until it sounds hollow. It keeps for three days in a cloth, and may be frozen. Stale bread is good for crumbs, for puddings, and for soup. Mix it well, and let it rest until it has doubled. Mix it well, and let it rest until it has doubled once more. Mix it well, and let it rest until it has doubled; then shape it, and bake it in a hot oven.\"}]}"
                                ::formatted)
                .collect(Collectors.joining("\n"));
    }

    /// Fails as a spool does in the midst of a reading.
    private static final class KindOnAFullDisk implements JobKind {

        @Override
        public String name() {
            return JobKinds.APPEND_TEXT;
        }

        @Override
        public JobResult run(Assignment assignment, Progress progress) {
            throw new UncheckedIOException(
                    "A document could not be kept", new IOException("No space left on device"));
        }
    }
}

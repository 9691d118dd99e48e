package dev.makeline.processor.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.processor.JobsFixture;
import dev.makeline.processor.kind.Assignment;
import dev.makeline.processor.kind.Content;
import dev.makeline.processor.kind.JobKind;
import dev.makeline.processor.kind.JobResult;
import dev.makeline.processor.kind.Output;
import dev.makeline.processor.kind.Progress;
import dev.makeline.processor.kind.importing.ImportRecipes;
import dev.makeline.processor.kind.importing.S3IntakeObjects;
import dev.makeline.protocol.LiveFile;
import dev.makeline.protocol.ResourceNames;
import dev.makeline.protocol.job.Job;
import dev.makeline.protocol.job.JobKinds;
import dev.makeline.protocol.job.JobLog;
import dev.makeline.protocol.job.JobState;
import dev.makeline.protocol.job.LogLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.S3Object;

/// What a task does for kinds of every sort, beside `append-text`.
class KindsRunTest {

    private static final String PIE =
            "{\"recipeName\":\"Pie\",\"steps\":[{\"stepId\":1,\"stepText\":\"Bake.\"}]}";

    private final JobsFixture jobs = new JobsFixture();

    @Test
    void anImportPutsItsDocumentsIntoTheIntakeBucketOnceHoweverOftenItIsTried() {
        LiveFile file = jobs.file("pies.jsonl", (PIE + "\n{broken\n").getBytes(UTF_8));
        Job first = jobs.starting(jobs.job(JobKinds.IMPORT_RECIPES, file, "{}"));
        ImportRecipes kind = new ImportRecipes(new S3IntakeObjects(jobs.s3));

        assertThat(jobs.run(kind).run(first.id(), 1)).isEqualTo(ExitCode.RECORDED);

        assertThat(jobs.state(first))
                .isInstanceOfSatisfying(
                        JobState.Succeeded.class,
                        done -> {
                            assertThat(done.reason())
                                    .startsWith("1 of 2 documents went into the intake");
                            assertThat(jobs.content(done.outputs().getFirst()))
                                    .contains("\"refused\" : 1", "line 2");
                        });
        List<S3Object> objects = intake("recipes/jobs/" + first.id().value());
        assertThat(objects).hasSize(1);
        byte[] content =
                jobs.s3
                        .getObjectAsBytes(get ->
                                get.bucket(ResourceNames.INTAKE_BUCKET)
                                        .key(objects.getFirst().key()))
                        .asByteArray();
        S3IntakeObjects again = new S3IntakeObjects(jobs.s3);
        assertThat(again.put(objects.getFirst().key(), content))
                .isEqualTo(S3IntakeObjects.Put.THERE_BEFORE);
        assertThat(again.put(objects.getFirst().key(), new byte[1]))
                .isEqualTo(S3IntakeObjects.Put.OTHER_THERE);
        assertThat(intake("recipes/jobs/" + first.id().value())).isEqualTo(objects);
    }

    @Test
    void aRetryOfARetryGoesOnUnderTheKeysOfTheFirstJob() {
        LiveFile file = jobs.file("pies.jsonl", PIE.getBytes(UTF_8));
        Job first = jobs.starting(jobs.job(JobKinds.IMPORT_RECIPES, file, "{}"));
        ImportRecipes kind = new ImportRecipes(new S3IntakeObjects(jobs.s3));
        jobs.run(kind).run(first.id(), 1);
        List<S3Object> objects = intake("recipes/jobs/" + first.id().value());

        Job second = jobs.starting(jobs.retry(first));
        Job third = jobs.starting(jobs.retry(second));
        jobs.run(kind).run(third.id(), 1);

        assertThat(jobs.state(third)).isInstanceOf(JobState.Succeeded.class);
        assertThat(objects).hasSize(1);
        assertThat(intake("recipes/jobs/" + first.id().value())).isEqualTo(objects);
        assertThat(intake("recipes/jobs/" + third.id().value())).isEmpty();
        assertThat(log(third))
                .contains("1 documents were in the intake already, from an attempt before.");
    }

    @Test
    void anAttemptThatFailsInTheMiddleSaysHowFarItCame() {
        Kind broken =
                (_, progress) -> {
                    progress.soFar("12 of 40 are there.");
                    throw new IOException("The store is gone");
                };
        LiveFile file = jobs.file("pie.json", PIE.getBytes(UTF_8));
        Job job = jobs.starting(jobs.job(JobKinds.APPEND_TEXT, file, "{\"text\":\"x\"}"));

        jobs.run(broken).run(job.id(), 1);

        assertThat(jobs.state(job)).isInstanceOf(JobState.Queued.class);
        assertThat(jobs.state(job).reason()).endsWith("12 of 40 are there.");
    }

    private List<String> log(Job job) {
        return new JobLog(jobs.dynamoDb)
                .read(job.id(), Optional.empty(), 100).stream().map(LogLine::text).toList();
    }

    @Test
    void severalOutputsAreFilesOfTheOwnerTogetherOrNotAtAll() {
        Kind two =
                (_, _) ->
                        new JobResult.Made(
                                List.of(output("a.csv", "1,2"), output("b.html", "<p>")), "Two.");
        LiveFile file = jobs.file("pie.json", PIE.getBytes(UTF_8));
        Job job = jobs.starting(jobs.job(JobKinds.APPEND_TEXT, file, "{\"text\":\"x\"}"));
        Job other = jobs.starting(jobs.job(JobKinds.APPEND_TEXT, file, "{\"text\":\"x\"}"));

        jobs.run(two).run(job.id(), 1);
        jobs.run(4, two).run(other.id(), 1);

        assertThat(jobs.state(job))
                .isInstanceOfSatisfying(
                        JobState.Succeeded.class,
                        done ->
                                assertThat(done.outputs().stream().map(jobs::content))
                                        .containsExactly("1,2", "<p>"));
        assertThat(jobs.state(other).reason()).contains("The output has 6 bytes", "quota");
    }

    @Test
    void whatIsNotPossibleNowAndAFullDiskAreFollowedByAnotherAttempt() {
        Kind notNow = (_, _) -> new JobResult.NotNow("Nobody is there.");
        Kind full =
                (_, _) -> {
                    throw new IOException("/tmp/x: No space left on device");
                };
        LiveFile file = jobs.file("pie.json", PIE.getBytes(UTF_8));
        Job first = jobs.starting(jobs.job(JobKinds.APPEND_TEXT, file, "{\"text\":\"x\"}"));
        Job second = jobs.starting(jobs.job(JobKinds.APPEND_TEXT, file, "{\"text\":\"x\"}"));

        jobs.run(notNow).run(first.id(), 1);
        jobs.run(full).run(second.id(), 1);

        assertThat(jobs.state(first)).isInstanceOf(JobState.Queued.class);
        assertThat(jobs.state(first).attempt()).isEqualTo(2);
        assertThat(jobs.state(first).reason()).isEqualTo("Nobody is there.");
        assertThat(jobs.state(second).reason())
                .isEqualTo("The disk of the task's machine is full.");
    }

    @Test
    void theFilesOfAnAttemptGoWithIt() {
        Path[] seen = new Path[1];
        Kind leaving =
                (assignment, _) -> {
                    seen[0] = assignment.folder();
                    Files.writeString(assignment.folder().resolve("left"), "x");
                    return new JobResult.Impossible("No.");
                };
        LiveFile file = jobs.file("pie.json", PIE.getBytes(UTF_8));
        Job job = jobs.starting(jobs.job(JobKinds.APPEND_TEXT, file, "{\"text\":\"x\"}"));

        jobs.run(leaving).run(job.id(), 1);

        assertThat(seen[0]).doesNotExist();
    }

    private List<S3Object> intake(String prefix) {
        return jobs.s3
                .listObjectsV2(list -> list.bucket(ResourceNames.INTAKE_BUCKET).prefix(prefix))
                .contents();
    }

    private static Output output(String name, String content) {
        return new Output(name, "text/plain", Content.of(content.getBytes(UTF_8)));
    }

    /// Stands in for append-text.
    private interface Kind extends JobKind {

        @Override
        default String name() {
            return JobKinds.APPEND_TEXT;
        }

        @Override
        JobResult run(Assignment assignment, Progress progress)
                throws IOException, InterruptedException;
    }
}

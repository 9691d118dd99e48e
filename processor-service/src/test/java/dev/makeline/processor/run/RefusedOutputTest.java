package dev.makeline.processor.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.processor.JobsFixture;
import dev.makeline.processor.S3Objects;
import dev.makeline.processor.kind.AppendText;
import dev.makeline.processor.kind.Content;
import dev.makeline.protocol.FileId;
import dev.makeline.protocol.FilesTable;
import dev.makeline.protocol.LiveFile;
import dev.makeline.protocol.job.Job;
import dev.makeline.protocol.job.JobState;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RefusedOutputTest {

    private final JobsFixture jobs = new JobsFixture();
    private final Job job =
            jobs.starting(jobs.job(jobs.file("notes.txt", "flour".getBytes(UTF_8)), "salt"));

    @Test
    void anOutputThatWasRemovedMeanwhileIsMadeAgain() {
        run(1L << 30, this::remove);

        assertThat(jobs.state(job))
                .isEqualTo(
                        new JobState.Queued(
                                2,
                                jobs.clock.instant(),
                                "The output's object was removed before it could become a file."));
    }

    @Test
    void aFileThatIsThereAlreadyIsNotTakenForAFullQuota() {
        run(1L << 30, this::add);

        assertThat(jobs.state(job).reason())
                .isEqualTo("There is a file already where the output was to become one.");
        assertThat(jobs.state(job)).isInstanceOf(JobState.Queued.class);
    }

    @Test
    void aFullQuotaBesideAnotherCauseIsNotForGoodYet() {
        run(8, this::remove);

        assertThat(jobs.state(job)).isInstanceOf(JobState.Queued.class);
        assertThat(jobs.state(job).reason()).contains("removed", "quota");
    }

    @Test
    void aFullQuotaAloneIsForGood() {
        run(8, _ -> {});

        assertThat(jobs.state(job)).isInstanceOf(JobState.Failed.class);
        assertThat(jobs.state(job).reason()).contains("quota has no room");
    }

    private void run(long bytesPerOwner, Consumer<FileId> meanwhile) {
        S3Objects objects = new S3Objects(jobs.s3);
        jobs.run(
                        bytesPerOwner,
                        new AppendText(),
                        new JobObjects() {
                            @Override
                            public InputStream input(LiveFile file) throws IOException {
                                return objects.input(file);
                            }

                            @Override
                            public Place place(int number) {
                                return objects.place(number);
                            }

                            @Override
                            public void put(int number, Content content) throws IOException {
                                objects.put(number, content);
                                meanwhile.accept(place(number).file());
                            }
                        })
                .run(job.id(), 1);
    }

    private void remove(FileId file) {
        jobs.dynamoDb.deleteItem(delete ->
                delete.tableName(FilesTable.NAME)
                        .key(FilesTable.key(file, FilesTable.REMOVAL_PART)));
    }

    private void add(FileId file) {
        jobs.dynamoDb.putItem(put ->
                put.tableName(FilesTable.NAME).item(FilesTable.key(file, FilesTable.FILE_PART)));
    }
}

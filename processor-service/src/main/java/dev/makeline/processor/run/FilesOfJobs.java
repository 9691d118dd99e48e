package dev.makeline.processor.run;

import dev.makeline.processor.kind.Content;
import dev.makeline.processor.kind.JobInput;
import dev.makeline.processor.kind.Output;
import dev.makeline.protocol.FilesTable;
import dev.makeline.protocol.LiveFile;
import dev.makeline.protocol.job.Job;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The files that a job reads and makes.
final class FilesOfJobs {

    private static final int BUFFER = 64 * 1024;

    private final DynamoDbClient dynamoDb;
    private final JobObjects objects;
    private final Duration strayAfter;

    FilesOfJobs(DynamoDbClient dynamoDb, JobObjects objects, Duration strayAfter) {
        this.dynamoDb = dynamoDb;
        this.objects = objects;
        this.strayAfter = strayAfter;
    }

    /// The job's file as it is at the moment; empty when it is not there, is in the trash, or is
    /// another owner's.
    Optional<JobInput> input(Job job) {
        return job.order()
                .file()
                .flatMap(file -> LiveFile.find(dynamoDb, file))
                .filter(file -> file.ownerId().equals(job.ownerId()))
                .map(this::input);
    }

    private JobInput input(LiveFile file) {
        return new JobInput(
                file.name(), file.mediaType(), new Content(file.size(), () -> objects.input(file)));
    }

    /// Puts the content of an output (from 0) under a key of its own, where nobody sees it until
    /// its rows are written. An object that stays without rows is removed after a time.
    LiveFile put(Job job, int number, Output output, Instant now) throws IOException {
        Content content = output.content();
        Instant at = now.truncatedTo(ChronoUnit.MILLIS);
        JobObjects.Place place = objects.place(number);
        LiveFile file =
                new LiveFile(
                        place.file(),
                        job.ownerId(),
                        output.name(),
                        content.size(),
                        output.mediaType(),
                        sha256(content),
                        place.content(),
                        at);
        removeAt(file, at.plus(strayAfter));
        objects.put(number, content);
        return file;
    }

    /// Has the next sweep remove the object.
    void discard(LiveFile file) {
        removeAt(file, file.at());
    }

    private void removeAt(LiveFile file, Instant due) {
        dynamoDb.putItem(put -> put.tableName(FilesTable.NAME).item(file.removalRow(due)));
    }

    private static String sha256(Content content) throws IOException {
        try (InputStream in = content.open()) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

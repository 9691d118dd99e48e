package dev.makeline.processor.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makeline.processor.JobsFixture;
import dev.makeline.processor.grant.ObjectUrls;
import dev.makeline.processor.kind.Content;
import dev.makeline.processor.run.JobObjects.Place;
import dev.makeline.processor.run.UrlObjects;
import dev.makeline.protocol.LiveFile;
import dev.makeline.protocol.ResourceNames;
import dev.makeline.protocol.job.Job;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

class TaskGrantTest {

    private final JobsFixture jobs = new JobsFixture();

    @Test
    void withWhatATaskIsGivenItReadsItsInputAndWritesItsOutputs() throws Exception {
        LiveFile file = jobs.file("notes.txt", "flour".getBytes(UTF_8));
        UrlObjects objects = objects(jobs.job(file, "salt"));

        objects.put(0, Content.of("first".getBytes(UTF_8)));
        objects.put(1, Content.of(new byte[0]));
        objects.put(0, Content.of("first again".getBytes(UTF_8)));

        assertThat(objects.input(file).readAllBytes()).asString(UTF_8).isEqualTo("flour");
        assertThat(object(objects.place(0))).isEqualTo("first again");
        assertThat(object(objects.place(1))).isEmpty();
        assertThat(objects.place(2)).isNotIn(objects.place(0), objects.place(1));
    }

    @Test
    void itsLinksOpenNoOtherObjectAndForNoOtherUse() throws Exception {
        LiveFile mine = jobs.file("mine.txt", "flour".getBytes(UTF_8));
        LiveFile other = jobs.file("other.txt", "secret".getBytes(UTF_8));
        ObjectUrls urls = urls(jobs.job(mine, "salt"));
        String input = urls.input().orElseThrow().toString();

        assertThat(status("GET", input)).isEqualTo(200);
        assertThat(status("GET", input.replace(mine.objectKey(), other.objectKey())))
                .isEqualTo(403);
        assertThat(status("PUT", input)).isEqualTo(403);
        assertThat(status("DELETE", input)).isEqualTo(403);
        assertThat(status("GET", urls.outputs().getFirst().toString())).isEqualTo(403);
        assertThat(
                        status(
                                "PUT",
                                urls.outputs()
                                        .getFirst()
                                        .toString()
                                        .replaceFirst("files/[^?]*", other.objectKey())))
                .isEqualTo(403);
    }

    @Test
    void theFileOfSomebodyElseOrOneInTheTrashGivesNoLink() {
        LiveFile trashed = jobs.file("trashed.txt", "flour".getBytes(UTF_8));
        Job job = jobs.job(trashed, "salt");
        jobs.moveToTrash(trashed);
        LiveFile foreign = new JobsFixture().file("foreign.txt", "flour".getBytes(UTF_8));

        assertThat(urls(job).input()).isEmpty();
        assertThat(urls(jobs.job(foreign, "salt")).input()).isEmpty();
    }

    @Test
    void aFileWithOtherContentThanTheTaskWasGivenIsNotRead() {
        LiveFile file = jobs.file("notes.txt", "flour".getBytes(UTF_8));
        UrlObjects objects = objects(jobs.job(file, "salt"));
        LiveFile replaced = jobs.file("notes.txt", "rye".getBytes(UTF_8));

        assertThatThrownBy(() -> objects.input(replaced))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("other content");
    }

    @Test
    void linksThatAreOverOrRefusedAreToldWithoutTheLink() {
        LiveFile file = jobs.file("notes.txt", "flour".getBytes(UTF_8));
        Job job = jobs.job(file, "salt");
        URI wrong =
                URI.create(
                        urls(job)
                                .input()
                                .orElseThrow()
                                .toString()
                                .replaceFirst("X-Amz-Signature=.", "X-Amz-Signature=g"));
        UrlObjects objects =
                new UrlObjects(
                        new ObjectUrls(Optional.of(wrong), List.of()), Duration.ofSeconds(5), 3);

        assertThatThrownBy(() -> objects.input(file))
                .hasMessage("Could not read the file: the store answered 403");
        assertThat(new ObjectUrls(Optional.of(wrong), List.of()).toString()).doesNotContain("http");
    }

    static Stream<ThrowingCallable> whatATaskMayNot() {
        JobsFixture jobs = new JobsFixture();
        LiveFile file = jobs.file("secret.txt", "secret".getBytes(UTF_8));
        S3Client s3 = jobs.s3OfTasks();
        String files = ResourceNames.FILES_BUCKET;
        String intake = ResourceNames.INTAKE_BUCKET;
        return Stream.of(
                () -> s3.getObjectAsBytes(get -> get.bucket(files).key(file.objectKey())),
                () -> s3.headObject(head -> head.bucket(files).key(file.objectKey())),
                () -> s3.listObjectsV2(list -> list.bucket(files)),
                () -> s3.listObjectsV2(list -> list.bucket(intake)),
                () -> s3.listBuckets(),
                () ->
                        s3.putObject(
                                put -> put.bucket(files).key("files/a/b"),
                                RequestBody.fromString("x")),
                () ->
                        s3.putObject(
                                put -> put.bucket(intake).key("makes/pie.json"),
                                RequestBody.fromString("x")),
                () ->
                        s3.copyObject(copy ->
                                copy.sourceBucket(files)
                                        .sourceKey(file.objectKey())
                                        .destinationBucket(intake)
                                        .destinationKey("makes/jobs/1/1.json")),
                () -> s3.deleteObject(delete -> delete.bucket(intake).key("makes/jobs/1/1.json")));
    }

    @ParameterizedTest
    @MethodSource("whatATaskMayNot")
    void theCredentialsOfTasksDoNothingInS3ButImport(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(403));
    }

    @Test
    void theCredentialsOfTasksPutWhatIsImportedIntoTheIntake() {
        jobs.s3OfTasks()
                .putObject(
                        put -> put.bucket(ResourceNames.INTAKE_BUCKET).key("makes/jobs/1/2.json"),
                        RequestBody.fromString("{}"));

        assertThat(
                        jobs.s3OfTasks()
                                .headObject(head ->
                                        head.bucket(ResourceNames.INTAKE_BUCKET)
                                                .key("makes/jobs/1/2.json"))
                                .contentLength())
                .isEqualTo(2);
    }

    private ObjectUrls urls(Job job) {
        Map<String, String> environment = jobs.grant().of(job, Duration.ofMinutes(5));
        return ObjectUrls.of(environment);
    }

    private UrlObjects objects(Job job) {
        return new UrlObjects(urls(job), Duration.ofSeconds(5), 3);
    }

    private String object(Place place) {
        return jobs.s3
                .getObjectAsBytes(get ->
                        get.bucket(ResourceNames.FILES_BUCKET)
                                .key(LiveFile.objectKey(place.file(), place.content())))
                .asString(UTF_8);
    }

    private static int status(String method, String url) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(url))
                                    .header("Content-Type", ObjectUrls.OUTPUT_TYPE)
                                    .method(method, HttpRequest.BodyPublishers.noBody())
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        }
    }
}

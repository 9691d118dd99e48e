package dev.makeline.local;

import static dev.makeline.protocol.ResourceNames.FILES_BUCKET;
import static dev.makeline.protocol.ResourceNames.INTAKE_BUCKET;
import static dev.makeline.protocol.ResourceNames.S3_EVENTS_QUEUE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;

/// Objects of the intake bucket become events on its queue.
class S3EventsTest {

    private static final String KEY = "makes/pie.json";

    private static RunningLocalAws local;

    @BeforeAll
    static void start(@TempDir Path directory) {
        local = RunningLocalAws.start(LocalAwsSettings.in(directory));
    }

    @AfterAll
    static void stop() {
        local.close();
    }

    @BeforeEach
    void nothingIsThere() {
        local.s3().listObjectsV2Paginator(r -> r.bucket(INTAKE_BUCKET)).contents().stream()
                .map(S3Object::key)
                .forEach(key -> local.s3().deleteObject(r -> r.bucket(INTAKE_BUCKET).key(key)));
        String events = local.queueUrl(S3_EVENTS_QUEUE);
        local.sqs().purgeQueue(r -> r.queueUrl(events));
    }

    @Test
    void putIsToldWithWhatHeadSays() {
        put(KEY, "{}");

        JsonNode record = local.records(1).getFirst();

        assertThat(record.path("eventName").asText()).isEqualTo("ObjectCreated:Put");
        assertThat(record.path("s3").path("bucket").path("arn").asText())
                .isEqualTo("arn:aws:s3:::makeline-intake");
        assertThat(record.path("eventTime").asText())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertTellsWhatHeadSays(record, KEY);
    }

    @ParameterizedTest
    @CsvSource({
        "makes/apple pie.json, makes/apple+pie.json",
        "makes/a+b.json, makes/a%2Bb.json",
        "makes/50%.json, makes/50%25.json",
        "makes/ünï-π.json, makes/%C3%BCn%C3%AF-%CF%80.json",
        "makes/(1)&=~*.json, makes/%281%29%26%3D%7E*.json"
    })
    void keyIsEncodedAsAForm(String key, String encoded) {
        put(key, "{}");

        JsonNode record = local.records(1).getFirst();

        assertThat(object(record).path("key").asText()).isEqualTo(encoded);
        assertTellsWhatHeadSays(record, key);
    }

    @Test
    void everyOverwriteIsToldWithAGreaterSequencer() {
        put(KEY, "one");
        put(KEY, "two!");

        List<JsonNode> records = local.records(2);

        assertThat(records).map(r -> object(r).path("size").asLong()).containsExactly(3L, 4L);
        assertThat(sequencers(records)).doesNotHaveDuplicates();
    }

    @Test
    void copyIsTold() {
        local.s3()
                .putObject(
                        r -> r.bucket(FILES_BUCKET).key("original"), RequestBody.fromString("abc"));
        local.s3()
                .copyObject(r ->
                        r.sourceBucket(FILES_BUCKET)
                                .sourceKey("original")
                                .destinationBucket(INTAKE_BUCKET)
                                .destinationKey(KEY));

        JsonNode record = local.records(1).getFirst();

        assertThat(record.path("eventName").asText()).isEqualTo("ObjectCreated:Copy");
        assertTellsWhatHeadSays(record, KEY);
    }

    @Test
    void uploadInPartsIsToldOnceWhenItIsComplete() {
        String upload =
                local.s3().createMultipartUpload(r -> r.bucket(INTAKE_BUCKET).key(KEY)).uploadId();
        CompletedPart first = part(upload, 1, "x".repeat(5 * 1024 * 1024));
        CompletedPart second = part(upload, 2, "end");
        local.s3()
                .completeMultipartUpload(r ->
                        r.bucket(INTAKE_BUCKET)
                                .key(KEY)
                                .uploadId(upload)
                                .multipartUpload(m -> m.parts(first, second)));
        put("after.json", "{}");

        List<JsonNode> records = local.records(2);

        assertThat(records.getFirst().path("eventName").asText())
                .isEqualTo("ObjectCreated:CompleteMultipartUpload");
        assertThat(object(records.getFirst()).path("eTag").asText()).endsWith("-2");
        assertTellsWhatHeadSays(records.getFirst(), KEY);
        assertTellsWhatHeadSays(records.get(1), "after.json");
    }

    @Test
    void formUploadIsTold() throws Exception {
        assertThat(FormUpload.to(local.aws(), INTAKE_BUCKET, KEY, "{\"recipeName\":\"Pie\"}"))
                .isEqualTo(204);

        JsonNode record = local.records(1).getFirst();

        assertTellsWhatHeadSays(record, KEY);
    }

    @Test
    void refusedPutAndOtherBucketAreNotTold() {
        put(KEY, "one");
        Throwable refusal =
                catchThrowable(() ->
                        local.s3()
                                .putObject(
                                        r -> r.bucket(INTAKE_BUCKET).key(KEY).ifNoneMatch("*"),
                                        RequestBody.fromString("refused")));
        local.s3().putObject(r -> r.bucket(FILES_BUCKET).key(KEY), RequestBody.fromString("other"));
        put("last.json", "two");

        List<JsonNode> records = local.records(2);

        assertThat(refusal).hasMessageContaining("412");
        assertThat(records)
                .map(r -> object(r).path("key").asText())
                .containsExactly(KEY, "last.json");
    }

    @Test
    void ofManyWritersTheGreatestSequencerIsThatOfTheObjectThatStays() {
        try (ExecutorService writers = Executors.newFixedThreadPool(8)) {
            IntStream.range(0, 100).forEach(i -> writers.execute(() -> put(KEY, "version " + i)));
        }

        List<JsonNode> records = local.allRecords(100);

        assertThat(records).hasSize(100);
        assertThat(sequencers(records)).doesNotHaveDuplicates();
        assertTellsWhatHeadSays(records.getLast(), KEY);
    }

    private void assertTellsWhatHeadSays(JsonNode record, String key) {
        HeadObjectResponse head = local.s3().headObject(r -> r.bucket(INTAKE_BUCKET).key(key));
        JsonNode object = object(record);
        assertThat(URLDecoder.decode(object.path("key").asText(), UTF_8)).isEqualTo(key);
        assertThat(object.path("size").asLong()).isEqualTo(head.contentLength());
        assertThat('"' + object.path("eTag").asText() + '"').isEqualTo(head.eTag());
    }

    private CompletedPart part(String upload, int number, String content) {
        String eTag =
                local.s3()
                        .uploadPart(
                                r ->
                                        r.bucket(INTAKE_BUCKET)
                                                .key(KEY)
                                                .uploadId(upload)
                                                .partNumber(number),
                                RequestBody.fromString(content))
                        .eTag();
        return CompletedPart.builder().partNumber(number).eTag(eTag).build();
    }

    private void put(String key, String content) {
        local.s3()
                .putObject(r -> r.bucket(INTAKE_BUCKET).key(key), RequestBody.fromString(content));
    }

    private static JsonNode object(JsonNode record) {
        return record.path("s3").path("object");
    }

    private static List<String> sequencers(List<JsonNode> records) {
        return records.stream().map(r -> object(r).path("sequencer").asText()).toList();
    }
}

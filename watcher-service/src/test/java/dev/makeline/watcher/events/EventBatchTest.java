package dev.makeline.watcher.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.protocol.UploadJob;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;

class EventBatchTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String BUCKET = "makeline-intake";

    @Test
    void anObjectNamedTwiceGetsOneJobAndBothItsMessagesAreDone() {
        Message first = message("1", BUCKET, "makes/pie.json", 10);
        Message again = message("2", BUCKET, "makes/pie.json", 10);

        EventBatch batch = EventBatch.of(List.of(first, again), BUCKET, NOW);

        assertThat(batch.jobs()).extracting(UploadJob::key).containsExactly("makes/pie.json");
        assertThat(batch.understood()).containsExactly(first, again);
    }

    @Test
    void aMalformedMessageStaysWhileTheOthersAreDone() {
        Message poison = Message.builder().messageId("1").body("{\"Records\":7}").build();
        Message good = message("2", BUCKET, "makes/pie.json", 10);

        EventBatch batch = EventBatch.of(List.of(poison, good), BUCKET, NOW);

        assertThat(batch.understood()).containsExactly(good);
        assertThat(batch.malformed())
                .extracting(EventBatch.Malformed::message)
                .containsExactly(poison);
        assertThat(batch.jobs()).hasSize(1);
    }

    @Test
    void foldersAndOtherBucketsAreIgnoredWithTheirReason() {
        List<Message> messages =
                List.of(
                        message("1", BUCKET, "makes/", 0),
                        message("2", "makeline-files", "makes/pie.json", 10));

        EventBatch batch = EventBatch.of(messages, BUCKET, NOW);

        assertThat(batch.jobs()).isEmpty();
        assertThat(batch.understood()).isEqualTo(messages);
        assertThat(batch.ignored()).containsExactly(Ignored.FOLDER_MARKER, Ignored.OTHER_BUCKET);
    }

    @Test
    void anEmptyFileIsNoFolderMarker() {
        Message empty = message("1", BUCKET, "makes/empty.json", 0);

        EventBatch batch = EventBatch.of(List.of(empty), BUCKET, NOW);

        assertThat(batch.jobs()).hasSize(1);
    }

    @Test
    void everyJobStartsATraceOfItsOwn() {
        List<Message> messages =
                List.of(message("1", BUCKET, "makes/a.json", 1), message("2", BUCKET, "b", 1));

        EventBatch batch = EventBatch.of(messages, BUCKET, NOW);

        assertThat(batch.jobs()).extracting(UploadJob::traceparent).doesNotHaveDuplicates();
        assertThat(batch.jobs()).extracting(UploadJob::foundAt).containsOnly(NOW);
    }

    private static Message message(String id, String bucket, String key, long size) {
        return Message.builder()
                .messageId(id)
                .receiptHandle("receipt-" + id)
                .body(
                        """
                        {"Records":[{"eventName":"ObjectCreated:Put","s3":{"bucket":{"name":"%s"},
                         "object":{"key":"%s","size":%d,"eTag":"e"}}}]}
                        """
                                .formatted(bucket, key, size))
                .build();
    }
}

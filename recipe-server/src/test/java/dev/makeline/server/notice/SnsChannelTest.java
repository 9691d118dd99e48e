package dev.makeline.server.notice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sns.SnsClient;

class SnsChannelTest {

    private static final String TOPIC = "arn:aws:sns:us-east-1:123456789012:makeline-deletions";

    private static final DeletionNotice NOTICE =
            new DeletionNotice(
                    "01h00000000000000000000001",
                    "01h00000000000000000000002",
                    "pie\r\nSubject: free <b>\u202e.json",
                    "01h00000000000000000000003",
                    "01h00000000000000000000004",
                    Instant.parse("2026-11-27T08:00:00Z"),
                    DeletionNotice.PURGE);

    @Test
    void aFifoTopicGetsEachDeletionOnceByItsDeduplicationId() {
        try (SnsStandIn sns = SnsStandIn.start();
                SnsClient client = client(sns.uri())) {
            SnsChannel channel = new SnsChannel(client, TOPIC + ".fifo");

            channel.tell(NOTICE);
            channel.tell(NOTICE);

            assertThat(sns.requests()).hasSize(2);
            assertThat(sns.delivered()).hasSize(1);
            assertThat(sns.delivered().getFirst())
                    .containsEntry("MessageDeduplicationId", NOTICE.deletionId())
                    .containsEntry("MessageGroupId", NOTICE.fileId())
                    .containsEntry("TopicArn", TOPIC + ".fifo");
        }
    }

    @Test
    void aStandardTopicGetsTheDeletionsIdAsAnAttributeAndNoLineOfTheFilesName() {
        try (SnsStandIn sns = SnsStandIn.start();
                SnsClient client = client(sns.uri())) {

            new SnsChannel(client, TOPIC).tell(NOTICE);

            var message = sns.delivered().getFirst();
            assertThat(message).doesNotContainKeys("MessageDeduplicationId", "MessageGroupId");
            assertThat(message.values()).contains("deletionId", NOTICE.deletionId());
            assertThat(message.get("Subject")).isEqualTo("A file was deleted for good");
            assertThat(message.get("Message"))
                    .contains("pie<U+000D><U+000A>Subject: free <b><U+202E>.json")
                    .contains(NOTICE.deletionId());
        }
    }

    @Test
    void aTopicThatRefusesMakesTheNoticeWait() {
        try (SnsStandIn sns = SnsStandIn.start();
                SnsClient client = client(sns.uri())) {
            sns.refuse();
            SnsChannel channel = new SnsChannel(client, TOPIC);

            assertThatThrownBy(() -> channel.tell(NOTICE)).isInstanceOf(SdkException.class);

            assertThat(sns.delivered()).isEmpty();
            assertThat(NOTICE.text().getBytes(UTF_8)).hasSizeLessThan(4_096);
        }
    }

    private static SnsClient client(URI endpoint) {
        return SnsClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create("test", "test")))
                .httpClient(ApacheHttpClient.create())
                .build();
    }
}

package dev.makeline.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class UploadJobTest {

    private static final ObjectVersion PIE =
            new ObjectVersion(
                    "makeline-intake", "makes/äpple + 100%.json", Optional.of("v1"), "\"abc\"");

    @Test
    void jobIsTheSameAfterTheQueue() throws MalformedMessageException {
        UploadJob job =
                UploadJob.of(
                        PIE,
                        512,
                        Optional.of("0055"),
                        Instant.parse("2026-01-02T03:04:05.678Z"),
                        Traceparent.start());

        UploadJob received = ProtocolJson.read(ProtocolJson.write(job), UploadJob.class);

        assertThat(received).isEqualTo(job);
    }

    @Test
    void jobWithAKeyOfAnyCharactersIsPlainAsciiOnTheQueue() throws MalformedMessageException {
        UploadJob job =
                UploadJob.of(
                        new ObjectVersion("b", "makes/🥐\uffff\u0001.json", Optional.empty(), "e"),
                        1,
                        Optional.empty(),
                        Instant.parse("2026-01-02T03:04:05Z"),
                        Traceparent.start());

        String body = ProtocolJson.writeAscii(job);

        assertThat(body).isASCII().doesNotContain("\u0001");
        assertThat(ProtocolJson.read(body, UploadJob.class)).isEqualTo(job);
    }

    @Test
    void jobOfAnOlderWriterWithoutOptionalFieldsIsRead() throws MalformedMessageException {
        String written =
                """
                {"schemaVersion":1,"bucket":"b","key":"k","eTag":"e","size":1,"foundAt":"2026-01-01T00:00:00Z",
                 "traceparent":"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01","fieldOfAFutureVersion":7}
                """;

        UploadJob received = ProtocolJson.read(written, UploadJob.class);

        assertThat(received.versionId()).isEmpty();
        assertThat(received.sequencer()).isEmpty();
    }

    @Test
    void anythingElseIsMalformed() {
        assertThatThrownBy(() -> ProtocolJson.read("{\"key\":\"k\"}", UploadJob.class))
                .isInstanceOf(MalformedMessageException.class);
        assertThatThrownBy(() -> ProtocolJson.read("null", UploadJob.class))
                .isInstanceOf(MalformedMessageException.class);
    }

    @Test
    void whatStandsInAMalformedMessageIsNotRepeated() {
        for (String message :
                List.of("canary", "{\"canary\"", "{\"schemaVersion\":\"canary\"}", "\"canary\"")) {
            assertThatThrownBy(() -> ProtocolJson.read(message, UploadJob.class))
                    .isInstanceOf(MalformedMessageException.class)
                    .hasMessageNotContaining("canary")
                    .hasNoCause();
        }
    }

    @Test
    void sameKeyWithOtherContentIsAnotherObject() {
        ObjectVersion first = new ObjectVersion("b", "k", Optional.empty(), "e1");
        ObjectVersion second = new ObjectVersion("b", "k", Optional.empty(), "e2");

        assertThat(first.objectId()).hasSize(40).isNotEqualTo(second.objectId());
    }

    @Test
    void versionDecidesWhereThereIsOne() {
        ObjectVersion first = new ObjectVersion("b", "k", Optional.of("v1"), "e");
        ObjectVersion again = new ObjectVersion("b", "k", Optional.of("v2"), "e");

        assertThat(first.objectId()).isNotEqualTo(again.objectId());
    }
}

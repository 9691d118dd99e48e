package dev.makeline.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What version 1 wrote stands here as text and is never changed: such messages lie in queues, and
/// such rows in tables, while a newer version starts.
final class SchemaVersionsTest {

    private static final String JOB_OF_VERSION_1 =
            """
            {"schemaVersion":1,"bucket":"makeline-intake","key":"makes/äpple + 100%.json",
             "versionId":"3sL4kqtJlcpXroDTDmJ","eTag":"9b2cf535f27731c974343645a3985328","size":512,
             "sequencer":"0055AED6DCD90281E5","foundAt":"2026-01-02T03:04:05.678Z",
             "traceparent":"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"}
            """;

    private static final String SMALLEST_JOB_OF_VERSION_1 =
            """
            {"schemaVersion":1,"bucket":"makeline-intake","key":"makes/pie.json",
             "eTag":"9b2cf535f27731c974343645a3985328","size":0,"foundAt":"2026-01-02T03:04:05Z",
             "traceparent":"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"}
            """;

    /// But for the state.
    private static final String ROW_OF_VERSION_1 =
            """
            {"objectId":{"S":"7c3d4131f133b0df1c73ce1e9d085da1f3ebadab"},"schemaVersion":{"N":"1"},
             "bucket":{"S":"makeline-intake"},"key":{"S":"makes/pie.json"},
             "eTag":{"S":"9b2cf535f27731c974343645a3985328"},"size":{"N":"512"},
             "sequencer":{"S":"0055AED6DCD90281E5"},"foundAt":{"S":"2026-01-02T03:04:05.678Z"},
             "traceparent":{"S":"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"},
             "lastModified":{"S":"2026-01-02T03:04:04Z"},"changedAt":{"S":"2026-01-02T03:04:06.700Z"},
             "changedOrder":{"S":"2026-01-02T03:04:06.700Z#7c3d4131f133b0df1c73ce1e9d085da1f3ebadab"}}
            """;

    private static final String ADDED_TO_A_JOB =
            """
            {"checksum":"sha256:00","priority":7,"tags":["a","b"],"origin":{"account":"1","folder":null}}
            """;

    private static final String ADDED_TO_A_ROW =
            """
            {"checksum":{"S":"sha256:00"},"priority":{"N":"7"},"archived":{"BOOL":true}}
            """;

    record StateOfVersion1(String attributes, IntakeState state) {}

    static Stream<StateOfVersion1> statesOfVersion1() {
        return Stream.of(
                new StateOfVersion1(
                        """
                        {"state":{"S":"queued"},"stateShard":{"S":"queued#7"}}
                        """,
                        new IntakeState.Queued()),
                new StateOfVersion1(
                        """
                        {"state":{"S":"submitted"},"stateShard":{"S":"submitted#7"},
                         "recipeId":{"N":"9007199254740991"},"revision":{"N":"3"},"makeId":{"N":"77"}}
                        """,
                        new IntakeState.Submitted(9007199254740991L, 3, OptionalLong.of(77))),
                new StateOfVersion1(
                        """
                        {"state":{"S":"submitted"},"stateShard":{"S":"submitted#7"},
                         "recipeId":{"N":"2"},"revision":{"N":"1"}}
                        """,
                        new IntakeState.Submitted(2, 1, OptionalLong.empty())),
                new StateOfVersion1(
                        """
                        {"state":{"S":"waiting"},"stateShard":{"S":"waiting#7"},"recipeId":{"N":"9"}}
                        """,
                        new IntakeState.Waiting(9)),
                new StateOfVersion1(
                        """
                        {"state":{"S":"rejected"},"stateShard":{"S":"rejected#7"},
                         "reason":{"S":"The file is empty."},"place":{"S":"line 1"}}
                        """,
                        new IntakeState.Rejected("The file is empty.", Optional.of("line 1"))),
                new StateOfVersion1(
                        """
                        {"state":{"S":"dismissed"},"stateShard":{"S":"dismissed#7"},
                         "reason":{"S":"The file is empty."}}
                        """,
                        new IntakeState.Dismissed("The file is empty.", Optional.empty())));
    }

    @Test
    void aJobOfVersion1IsRead() throws MalformedMessageException {
        UploadJob job = ProtocolJson.read(JOB_OF_VERSION_1, UploadJob.class);

        assertThat(job).isEqualTo(job(1));
        assertThat(job.object().objectId()).isEqualTo("c296a8a36039050b5f054ba436262267cc3a3ce7");
    }

    @Test
    void theSmallestJobOfVersion1IsRead() throws MalformedMessageException {
        UploadJob job = ProtocolJson.read(SMALLEST_JOB_OF_VERSION_1, UploadJob.class);

        assertThat(job.versionId()).isEmpty();
        assertThat(job.sequencer()).isEmpty();
        assertThat(job.foundAt()).isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
        assertThat(job.object().objectId()).isEqualTo("7c3d4131f133b0df1c73ce1e9d085da1f3ebadab");
    }

    @Test
    void aJobOfThisVersionHasEveryFieldThatAReaderOfVersion1Wants() throws Exception {
        JsonNode wanted = ProtocolJson.read(JOB_OF_VERSION_1, ObjectNode.class);

        JsonNode written =
                ProtocolJson.read(
                        ProtocolJson.writeAscii(job(UploadJob.SCHEMA_VERSION)), ObjectNode.class);

        assertThat(wanted.properties())
                .filteredOn(field -> !field.getKey().equals("schemaVersion"))
                .hasSize(8)
                .allSatisfy(field ->
                        assertThat(written.path(field.getKey())).isEqualTo(field.getValue()));
        assertThat(written.path("schemaVersion").intValue()).isEqualTo(UploadJob.SCHEMA_VERSION);
    }

    @Test
    void aJobOfTheNextVersionIsReadWithoutWhatIsNew() throws MalformedMessageException {
        ObjectNode next = ProtocolJson.read(JOB_OF_VERSION_1, ObjectNode.class);
        next.setAll(ProtocolJson.read(ADDED_TO_A_JOB, ObjectNode.class));
        next.put("schemaVersion", UploadJob.SCHEMA_VERSION + 1);

        UploadJob job = ProtocolJson.read(next.toString(), UploadJob.class);

        assertThat(job).isEqualTo(job(UploadJob.SCHEMA_VERSION));
    }

    @ParameterizedTest
    @MethodSource("statesOfVersion1")
    void aRowOfVersion1IsRead(StateOfVersion1 written) throws MalformedMessageException {
        IntakeEntry entry = IntakeTable.fromItem(row(written));

        assertThat(entry).isEqualTo(entry(written.state(), 1));
    }

    @ParameterizedTest
    @MethodSource("statesOfVersion1")
    void aRowOfThisVersionHasEveryAttributeThatAReaderOfVersion1Wants(StateOfVersion1 written)
            throws MalformedMessageException {
        Map<String, AttributeValue> wanted = row(written);
        wanted.remove("schemaVersion");

        Map<String, AttributeValue> item =
                IntakeTable.toItem(entry(written.state(), UploadJob.SCHEMA_VERSION));

        assertThat(item).containsAllEntriesOf(wanted);
    }

    @ParameterizedTest
    @MethodSource("statesOfVersion1")
    void aRowOfTheNextVersionIsReadWithoutWhatIsNewAndWrittenAgainAsOneOfThis(
            StateOfVersion1 written) throws MalformedMessageException {
        Map<String, AttributeValue> next = row(written);
        next.putAll(attributes(ADDED_TO_A_ROW));
        next.put("schemaVersion", Attributes.number(UploadJob.SCHEMA_VERSION + 1));

        IntakeEntry entry = IntakeTable.fromItem(next);

        assertThat(entry).isEqualTo(entry(written.state(), UploadJob.SCHEMA_VERSION));
        assertThat(IntakeTable.toItem(entry))
                .doesNotContainKeys("checksum", "priority", "archived")
                .containsEntry("schemaVersion", Attributes.number(UploadJob.SCHEMA_VERSION));
    }

    /// What [#JOB_OF_VERSION_1] says.
    private static UploadJob job(int schemaVersion) {
        return new UploadJob(
                schemaVersion,
                "makeline-intake",
                "makes/äpple + 100%.json",
                Optional.of("3sL4kqtJlcpXroDTDmJ"),
                "9b2cf535f27731c974343645a3985328",
                512,
                Optional.of("0055AED6DCD90281E5"),
                Instant.parse("2026-01-02T03:04:05.678Z"),
                new Traceparent("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));
    }

    /// What [#ROW_OF_VERSION_1] says.
    private static IntakeEntry entry(IntakeState state, int schemaVersion) {
        return new IntakeEntry(
                new UploadJob(
                        schemaVersion,
                        "makeline-intake",
                        "makes/pie.json",
                        Optional.empty(),
                        "9b2cf535f27731c974343645a3985328",
                        512,
                        Optional.of("0055AED6DCD90281E5"),
                        Instant.parse("2026-01-02T03:04:05.678Z"),
                        new Traceparent("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")),
                state,
                Instant.parse("2026-01-02T03:04:06.700Z"),
                Optional.of(Instant.parse("2026-01-02T03:04:04Z")));
    }

    private static Map<String, AttributeValue> row(StateOfVersion1 written)
            throws MalformedMessageException {
        Map<String, AttributeValue> row = attributes(ROW_OF_VERSION_1);
        row.putAll(attributes(written.attributes()));
        return row;
    }

    /// DynamoDB's own JSON of an item.
    private static Map<String, AttributeValue> attributes(String json)
            throws MalformedMessageException {
        Map<String, AttributeValue> attributes = new HashMap<>();
        ProtocolJson.read(json, ObjectNode.class)
                .properties()
                .forEach(field -> attributes.put(field.getKey(), attribute(field.getValue())));
        return attributes;
    }

    private static AttributeValue attribute(JsonNode typed) {
        String type = typed.fieldNames().next();
        JsonNode value = typed.path(type);
        return switch (type) {
            case "S" -> AttributeValue.fromS(value.textValue());
            case "N" -> AttributeValue.fromN(value.textValue());
            case "BOOL" -> AttributeValue.fromBool(value.booleanValue());
            default -> throw new IllegalArgumentException("No such type here: " + type);
        };
    }
}

package dev.makeline.server.queue;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.protocol.MalformedMessageException;
import dev.makeline.protocol.ObjectVersion;
import dev.makeline.protocol.ProtocolJson;
import dev.makeline.protocol.UploadJob;
import java.net.URLDecoder;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// Which object versions a message names: an upload job names one, an event of S3 one in each of
/// its records.
final class NamedObjects {

    /// Records of one message that are looked at; S3 sends one.
    private static final int MOST = 10;

    private NamedObjects() {}

    /// Empty for what is neither, or lacks what identifies an object.
    static List<ObjectVersion> in(ProductQueue queue, String body) {
        return switch (queue) {
            case UPLOAD_JOBS -> ofJob(body);
            case S3_EVENTS -> ofEvent(body);
        };
    }

    private static List<ObjectVersion> ofJob(String body) {
        try {
            return List.of(ProtocolJson.read(body, UploadJob.class).object());
        } catch (MalformedMessageException _) {
            return List.of();
        }
    }

    private static List<ObjectVersion> ofEvent(String body) {
        try {
            JsonNode records = ProtocolJson.read(body, JsonNode.class).path("Records");
            return StreamSupport.stream(records.spliterator(), false)
                    .limit(MOST)
                    .map(entry -> ofRecord(entry.path("s3")))
                    .flatMap(Optional::stream)
                    .toList();
        } catch (MalformedMessageException _) {
            return List.of();
        }
    }

    /// S3 encodes keys in events as forms do.
    private static Optional<ObjectVersion> ofRecord(JsonNode s3) {
        JsonNode object = s3.path("object");
        try {
            return Optional.of(
                    new ObjectVersion(
                            s3.path("bucket").path("name").asText(),
                            URLDecoder.decode(object.path("key").asText(), UTF_8),
                            Optional.ofNullable(object.path("versionId").textValue()),
                            object.path("eTag").asText()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}

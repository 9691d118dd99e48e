package dev.makeline.watcher.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.protocol.MalformedMessageException;
import dev.makeline.protocol.ObjectVersion;
import dev.makeline.protocol.ProtocolJson;
import dev.makeline.watcher.intake.FoundObject;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the three forms in which S3 tells of an object: a notification sent to the queue itself,
/// the same wrapped by SNS, and an EventBridge event.
final class S3EventParser {

    private static final String CREATED = "ObjectCreated:";

    private S3EventParser() {}

    /// @throws MalformedMessageException when the body is none of the forms, or one object of it
    ///   cannot be read; nothing of the message is used then
    static S3EventMessage parse(String body) throws MalformedMessageException {
        JsonNode message = json(body);
        boolean wrapped = message.path("Type").asText().equals("Notification");
        return wrapped ? unwrapped(json(text(message, "Message"))) : unwrapped(message);
    }

    private static JsonNode json(String body) throws MalformedMessageException {
        try {
            return ProtocolJson.mapper().readTree(body);
        } catch (JsonProcessingException e) {
            throw new MalformedMessageException("The message is no JSON", e);
        }
    }

    private static S3EventMessage unwrapped(JsonNode message) throws MalformedMessageException {
        if (message.path("Event").asText().equals("s3:TestEvent")) {
            return new S3EventMessage.TestEvent();
        }
        if (message.path("source").asText().equals("aws.s3")) {
            return ofEventBridge(message);
        }
        if (message.path("Records").isArray()) {
            return ofRecords(message.path("Records"));
        }
        throw new MalformedMessageException(
                "The message is no S3 event: it has neither Records nor a source of aws.s3", null);
    }

    private static S3EventMessage ofRecords(JsonNode records) throws MalformedMessageException {
        List<FoundObject> created = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (JsonNode occurred : records) {
            // MinIO writes the name with a prefix, S3 without.
            String name = withoutPrefix(text(occurred, "eventName"));
            if (name.startsWith(CREATED)) {
                created.add(ofRecord(occurred.path("s3")));
            } else {
                others.add(name);
            }
        }
        return new S3EventMessage.Notification(created, others);
    }

    private static FoundObject ofRecord(JsonNode s3) throws MalformedMessageException {
        JsonNode object = s3.path("object");
        return found(
                text(s3.path("bucket"), "name"),
                decodedKey(text(object, "key")),
                optionalText(object, "versionId"),
                text(object, "eTag"),
                object);
    }

    private static S3EventMessage ofEventBridge(JsonNode message) throws MalformedMessageException {
        String name = text(message, "detail-type");
        if (!name.equals("Object Created")) {
            return new S3EventMessage.Notification(List.of(), List.of(name));
        }
        JsonNode object = message.path("detail").path("object");
        // Unlike a notification, an EventBridge event has the key as it is.
        FoundObject created =
                found(
                        text(message.path("detail").path("bucket"), "name"),
                        text(object, "key"),
                        optionalText(object, "version-id"),
                        text(object, "etag"),
                        object);
        return new S3EventMessage.Notification(List.of(created), List.of());
    }

    private static FoundObject found(
            String bucket, String key, Optional<String> versionId, String eTag, JsonNode object)
            throws MalformedMessageException {
        try {
            return new FoundObject(
                    new ObjectVersion(bucket, key, versionId, eTag),
                    object.path("size").asLong(),
                    optionalText(object, "sequencer"));
        } catch (IllegalArgumentException e) {
            throw new MalformedMessageException(
                    "The S3 event names no object version: " + e.getMessage(), e);
        }
    }

    /// S3 encodes keys in notifications as HTML forms do: `+` is a space, `%2B` a plus.
    private static String decodedKey(String encoded) throws MalformedMessageException {
        try {
            return URLDecoder.decode(encoded, UTF_8);
        } catch (IllegalArgumentException e) {
            throw new MalformedMessageException(
                    "The key '%s' is not URL-encoded as S3 does it".formatted(encoded), e);
        }
    }

    private static String withoutPrefix(String eventName) {
        return eventName.startsWith("s3:") ? eventName.substring(3) : eventName;
    }

    private static String text(JsonNode node, String field) throws MalformedMessageException {
        return optionalText(node, field)
                .orElseThrow(() ->
                        new MalformedMessageException(
                                "The S3 event has no text '%s'".formatted(field), null));
    }

    private static Optional<String> optionalText(JsonNode node, String field) {
        return Optional.of(node.path(field)).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }
}

package dev.makeline.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.makeline.protocol.ProtocolJson;
import java.net.URLEncoder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// One object was created, as S3 tells it.
///
/// @param key the object's key as S3 keeps it, not URL-encoded
/// @param size bytes
/// @param eTag without quotes, equal to what `HeadObject` says
/// @param versionId present in a versioned bucket only
/// @param sequencer upper-case hex of fixed length; of two events of one key the greater is later
/// @param time UTC
public record S3Event(
        Name name,
        String bucket,
        String key,
        long size,
        String eTag,
        Optional<String> versionId,
        String sequencer,
        Instant time) {

    /// What created the object.
    public enum Name {
        PUT("ObjectCreated:Put"),
        COPY("ObjectCreated:Copy"),
        COMPLETE_MULTIPART_UPLOAD("ObjectCreated:CompleteMultipartUpload");

        private final String label;

        Name(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /// The notification message, event version 2.1, with this one record. See [the S3 user
    /// guide](https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html).
    public String toJson() {
        ObjectNode message = ProtocolJson.mapper().createObjectNode();
        ObjectNode record = message.putArray("Records").addObject();
        record.put("eventVersion", "2.1");
        record.put("eventSource", "aws:s3");
        record.put("awsRegion", LocalAws.REGION);
        record.put("eventTime", MILLISECONDS.format(time));
        record.put("eventName", name.label());
        record.putObject("userIdentity").put("principalId", "AWS:LOCAL");
        record.putObject("requestParameters").put("sourceIPAddress", "127.0.0.1");
        record.putObject("responseElements")
                .put("x-amz-request-id", sequencer)
                .put("x-amz-id-2", sequencer);
        ObjectNode s3 = record.putObject("s3");
        s3.put("s3SchemaVersion", "1.0");
        s3.put("configurationId", "makeline-intake-created");
        putBucket(s3.putObject("bucket"));
        putObject(s3.putObject("object"));
        return message.toString();
    }

    /// What S3 sends once when notifications are configured.
    static String testEvent(String bucket, Instant now) {
        return ProtocolJson.mapper()
                .createObjectNode()
                .put("Service", "Amazon S3")
                .put("Event", "s3:TestEvent")
                .put("Time", MILLISECONDS.format(now))
                .put("Bucket", bucket)
                .put("RequestId", "LOCAL")
                .put("HostId", "LOCAL")
                .toString();
    }

    private void putBucket(ObjectNode node) {
        node.put("name", bucket);
        node.putObject("ownerIdentity").put("principalId", "LOCAL");
        node.put("arn", "arn:aws:s3:::" + bucket);
    }

    private void putObject(ObjectNode node) {
        node.put("key", URLEncoder.encode(key, UTF_8).replace("%2F", "/"));
        node.put("size", size);
        node.put("eTag", eTag);
        versionId.ifPresent(id -> node.put("versionId", id));
        node.put("sequencer", sequencer);
    }
}

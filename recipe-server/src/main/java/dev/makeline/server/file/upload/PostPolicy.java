package dev.makeline.server.file.upload;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.makeline.protocol.ProtocolJson;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/// What one upload form allows: one object under one key, of one type, of exactly one size, until
/// one time. S3 refuses every other form. The SDK has no presigned POST, and a presigned PUT cannot
/// bound the size.
///
/// @param size bytes
/// @param expiresAt UTC
record PostPolicy(String bucket, String key, String contentType, long size, Instant expiresAt) {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter EXPIRATION =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /// The fields of the form, in the order in which they are sent; the field `file` follows them.
    Map<String, String> sign(AwsCredentialsIdentity credentials, String region, Instant now) {
        String day = DAY.format(now);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("key", key);
        fields.put("Content-Type", contentType);
        fields.put("x-amz-algorithm", "AWS4-HMAC-SHA256");
        fields.put(
                "x-amz-credential",
                "%s/%s/%s/s3/aws4_request".formatted(credentials.accessKeyId(), day, region));
        fields.put("x-amz-date", TIME.format(now));
        sessionToken(credentials).ifPresent(token -> fields.put("x-amz-security-token", token));
        String policy = Base64.getEncoder().encodeToString(json(fields).getBytes(UTF_8));
        fields.put("policy", policy);
        fields.put(
                "x-amz-signature",
                PostSignature.of(credentials.secretAccessKey(), day, region, policy));
        return fields;
    }

    private String json(Map<String, String> fields) {
        List<Object> conditions = new ArrayList<>();
        conditions.add(Map.of("bucket", bucket));
        fields.forEach((name, value) -> conditions.add(List.of("eq", "$" + name, value)));
        conditions.add(List.of("content-length-range", size, size));
        Map<String, Object> policy = new LinkedHashMap<>();
        policy.put("expiration", EXPIRATION.format(expiresAt));
        policy.put("conditions", conditions);
        return ProtocolJson.write(policy);
    }

    private static Optional<String> sessionToken(AwsCredentialsIdentity credentials) {
        return credentials instanceof AwsSessionCredentialsIdentity session
                ? Optional.of(session.sessionToken())
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "PostPolicy[key=%s, size=%d, expiresAt=%s]".formatted(key, size, expiresAt);
    }
}

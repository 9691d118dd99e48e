package dev.makeline.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A browser's upload: an HTML form with a policy, signed by hand as version 4 requires.
final class FormUpload {

    private static final String BOUNDARY = "form-upload";

    private FormUpload() {}

    /// @return the HTTP status
    static int to(LocalAws aws, String bucket, String key, String content)
            throws IOException, InterruptedException, GeneralSecurityException {
        Map<String, String> fields = fields(bucket, key);
        String body =
                fields.entrySet().stream()
                                .map(field -> part(field.getKey(), "", field.getValue()))
                                .collect(Collectors.joining())
                        + part("file", "; filename=\"pie.json\"", content)
                        + "--"
                        + BOUNDARY
                        + "--\r\n";
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(aws.s3() + "/" + bucket))
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .timeout(Duration.ofSeconds(10))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    private static Map<String, String> fields(String bucket, String key)
            throws GeneralSecurityException {
        Instant now = Instant.now();
        String time = format("uuuuMMdd'T'HHmmss'Z'", now);
        String date = format("uuuuMMdd", now);
        String credential = "test/%s/us-east-1/s3/aws4_request".formatted(date);
        String policy =
                Base64.getEncoder()
                        .encodeToString(
                                """
                                {"expiration": "%s", "conditions": [
                                  {"bucket": "%s"}, {"key": "%s"},
                                  {"x-amz-algorithm": "AWS4-HMAC-SHA256"},
                                  {"x-amz-credential": "%s"}, {"x-amz-date": "%s"},
                                  ["content-length-range", 1, 1000]]}
                                """
                                        .formatted(
                                                format(
                                                        "uuuu-MM-dd'T'HH:mm:ss'Z'",
                                                        now.plusSeconds(60)),
                                                bucket,
                                                key,
                                                credential,
                                                time)
                                        .getBytes(UTF_8));
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("key", key);
        fields.put("x-amz-algorithm", "AWS4-HMAC-SHA256");
        fields.put("x-amz-credential", credential);
        fields.put("x-amz-date", time);
        fields.put("policy", policy);
        fields.put("x-amz-signature", signature(date, policy));
        return fields;
    }

    private static String signature(String date, String policy) throws GeneralSecurityException {
        byte[] key = hmac("AWS4test".getBytes(UTF_8), date);
        key = hmac(key, "us-east-1");
        key = hmac(key, "s3");
        key = hmac(key, "aws4_request");
        return HexFormat.of().formatHex(hmac(key, policy));
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(UTF_8));
    }

    private static String part(String name, String parameters, String value) {
        return "--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n"
                .formatted(BOUNDARY, name, parameters, value);
    }

    private static String format(String pattern, Instant instant) {
        return DateTimeFormatter.ofPattern(pattern).withZone(ZoneOffset.UTC).format(instant);
    }
}

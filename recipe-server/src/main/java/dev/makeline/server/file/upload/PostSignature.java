package dev.makeline.server.file.upload;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// AWS Signature Version 4 of a POST policy: HMAC-SHA256 over the policy's Base64, under a key that
/// is derived from the secret key for one day, region and service.
final class PostSignature {

    private static final String HMAC = "HmacSHA256";

    private PostSignature() {}

    /// @param day UTC, such as 20261120
    /// @param policy in Base64
    /// @return 64 hex digits
    static String of(String secretKey, String day, String region, String policy) {
        byte[] key = hmac(("AWS4" + secretKey).getBytes(UTF_8), day);
        key = hmac(key, region);
        key = hmac(key, "s3");
        key = hmac(key, "aws4_request");
        return HexFormat.of().formatHex(hmac(key, policy));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(text.getBytes(US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + HMAC, e);
        }
    }
}

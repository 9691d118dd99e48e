package dev.makeline.server.file.download;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;

/// Signs links as [CloudFront wants
/// them](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-creating-signed-url-canned-policy.html)
/// with a canned policy: RSA over SHA-1 is what it verifies. The SDK's module for it weighs 6 MB.
final class CloudFrontLink {

    private CloudFrontLink() {}

    /// @param url with its query, whose parameters become part of what is signed
    /// @param expiresAt whole seconds count
    static String signed(String url, String keyPairId, PrivateKey key, Instant expiresAt) {
        String policy =
                "{\"Statement\":[{\"Resource\":\"%s\",\"Condition\":{\"DateLessThan\":{\"AWS:EpochTime\":%d}}}]}"
                        .formatted(url, expiresAt.getEpochSecond());
        return "%s&Expires=%d&Signature=%s&Key-Pair-Id=%s"
                .formatted(url, expiresAt.getEpochSecond(), signature(policy, key), keyPairId);
    }

    /// CloudFront's own alphabet of base 64, which a query holds as it is.
    private static String signature(String policy, PrivateKey key) {
        try {
            Signature signer = Signature.getInstance("SHA1withRSA");
            signer.initSign(key);
            signer.update(policy.getBytes(UTF_8));
            return Base64.getEncoder()
                    .encodeToString(signer.sign())
                    .replace('+', '-')
                    .replace('=', '_')
                    .replace('/', '~');
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The link cannot be signed", e);
        }
    }
}

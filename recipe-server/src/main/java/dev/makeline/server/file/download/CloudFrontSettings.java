package dev.makeline.server.file.download;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

/// @param domain of the distribution before the files bucket; empty when there is none
/// @param keyPairId of the public key in the distribution's trusted key group
/// @param privateKey PEM of PKCS #8; secret
@ConfigurationProperties("makeline.files.cloudfront")
record CloudFrontSettings(String domain, String keyPairId, String privateKey) {

    CloudFrontSettings {
        if (!domain.isBlank()) {
            if (keyPairId.isBlank()) {
                throw new IllegalArgumentException(
                        "makeline.files.cloudfront.key-pair-id must be the id of the distribution's public key when a domain is set; it is not set");
            }
            parse(privateKey);
        }
    }

    boolean isOn() {
        return !domain.isBlank();
    }

    PrivateKey key() {
        return parse(privateKey);
    }

    private static PrivateKey parse(String pem) {
        String base64 =
                pem.replace("-----BEGIN PRIVATE KEY-----", "")
                        .replace("-----END PRIVATE KEY-----", "")
                        .replaceAll("\\s", "");
        return decoded(base64)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "makeline.files.cloudfront.private-key (MAKELINE_CLOUDFRONT_PRIVATE_KEY) must be an RSA key as PEM of PKCS #8 (BEGIN PRIVATE KEY); what is set, %d characters, is none"
                                        .formatted(pem.length())));
    }

    private static Optional<PrivateKey> decoded(String base64) {
        try {
            return Optional.of(
                    KeyFactory.getInstance("RSA")
                            .generatePrivate(
                                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64))));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "CloudFrontSettings[domain=%s, keyPairId=%s, privateKey=hidden]"
                .formatted(domain, keyPairId);
    }
}

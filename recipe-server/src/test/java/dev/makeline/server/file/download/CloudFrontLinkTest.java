package dev.makeline.server.file.download;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/// What CloudFront does with a link of a canned policy, by its documentation.
class CloudFrontLinkTest {

    private static final String URL = "https://cdn.example.com/files/1?response-content-type=a%2Fb";

    @Test
    void aLinkCarriesASignatureOfExactlyThePolicyThatCloudFrontDerivesFromIt() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();

        String link =
                CloudFrontLink.signed(
                        URL, "K1234", pair.getPrivate(), Instant.parse("2026-11-01T00:00:00.9Z"));

        assertThat(link)
                .matches(
                        "\\Q%s\\E&Expires=1793491200&Signature=[A-Za-z0-9~_-]+&Key-Pair-Id=K1234"
                                .formatted(URL));
        assertThat(
                        verifies(
                                pair,
                                link,
                                """
                                {"Statement":[{"Resource":"%s","Condition":{"DateLessThan":{"AWS:EpochTime":1793491200}}}]}\
                                """
                                        .formatted(URL)))
                .isTrue();
        assertThat(verifies(pair, link, "{}")).isFalse();
    }

    /// Enough of them that each letter of base 64 is there.
    @Test
    void noSignatureHasALetterThatAQueryWouldChange() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();

        for (int second = 0; second < 50; second++) {
            String link =
                    CloudFrontLink.signed(
                            URL, "K1234", pair.getPrivate(), Instant.ofEpochSecond(second));
            assertThat(signature(link)).matches("[A-Za-z0-9~_-]+");
        }
    }

    private static boolean verifies(KeyPair pair, String link, String policy)
            throws GeneralSecurityException {
        Signature verifier = Signature.getInstance("SHA1withRSA");
        verifier.initVerify(pair.getPublic());
        verifier.update(policy.getBytes(US_ASCII));
        return verifier.verify(
                Base64.getDecoder()
                        .decode(
                                signature(link)
                                        .replace('-', '+')
                                        .replace('_', '=')
                                        .replace('~', '/')));
    }

    private static String signature(String link) {
        return link.replaceFirst(".*&Signature=", "").replaceFirst("&.*", "");
    }
}

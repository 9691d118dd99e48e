package dev.makeline.server.access;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs with a key that every recipe-server of one installation has: it is derived from the
/// service token, which they all must have anyway. While that is being replaced, what was signed
/// with the other one is still known.
@Singleton
public final class SharedSecret {

    private static final String ALGORITHM = "HmacSHA256";

    private final List<SecretKeySpec> keys;

    SharedSecret(AccessSettings settings) {
        this.keys =
                settings.serviceTokens().stream()
                        .map(token -> new SecretKeySpec(token.getBytes(US_ASCII), ALGORITHM))
                        .toList();
    }

    /// @param purpose keeps signatures of different uses apart
    public byte[] sign(String purpose, byte[]... parts) {
        return sign(keys.getFirst(), purpose, parts);
    }

    /// Whether these are the first bytes of what [#sign] gave for the same, here or on another
    /// server of this installation.
    public boolean isSignature(byte[] beginning, String purpose, byte[]... parts) {
        return keys.stream()
                .map(key -> Arrays.copyOf(sign(key, purpose, parts), beginning.length))
                .anyMatch(expected -> MessageDigest.isEqual(expected, beginning));
    }

    private static byte[] sign(SecretKeySpec key, String purpose, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(purpose.getBytes(US_ASCII));
            for (byte[] part : parts) {
                mac.update((byte) 0);
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}

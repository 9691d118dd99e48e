package dev.makeline.server.access;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs with a key that every recipe-server of one installation has: it is derived from the
/// service token, which they all must have anyway.
@Singleton
public final class SharedSecret {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    SharedSecret(AccessSettings settings) {
        this.key = new SecretKeySpec(settings.serviceToken().getBytes(US_ASCII), ALGORITHM);
    }

    /// @param purpose keeps signatures of different uses apart
    public byte[] sign(String purpose, byte[]... parts) {
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

package dev.makeline.server.throttle;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.makeline.server.access.SharedSecret;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.HexFormat;

/// Names and addresses as keys of rows that do not show them: whoever reads the table cannot try
/// them all either, since the hash is keyed.
@Singleton
final class HiddenKeys {

    private static final int BYTES = 16;

    private final SharedSecret secret;

    HiddenKeys(SharedSecret secret) {
        this.secret = secret;
    }

    String of(String purpose, String key) {
        byte[] hash = secret.sign("throttle", purpose.getBytes(UTF_8), key.getBytes(UTF_8));
        return HexFormat.of().formatHex(Arrays.copyOf(hash, BYTES));
    }
}

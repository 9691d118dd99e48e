package dev.makeline.recipe.line;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;

/// Knows lines by a hash of their text, and those whose labels are wrong by `label-errors.txt`, so
/// that the lines themselves stay outside the repository.
final class LabelErrors {

    private static final String TABLE = "label-errors.txt";
    private static final int DIGITS = 16;

    private final Set<String> hashes;

    private LabelErrors(Set<String> hashes) {
        this.hashes = hashes;
    }

    static LabelErrors read() throws IOException {
        try (InputStream table = LabelErrors.class.getResourceAsStream(TABLE)) {
            if (table == null) {
                throw new IllegalStateException("The resource " + TABLE + " is missing");
            }
            return new LabelErrors(
                    new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))
                            .lines()
                            .filter(line -> !line.startsWith("#") && !line.isBlank())
                            .map(line -> line.substring(0, DIGITS))
                            .collect(Collectors.toSet()));
        }
    }

    boolean has(String line) {
        return hashes.contains(HexFormat.of().formatHex(sha256(line)).substring(0, DIGITS));
    }

    static byte[] sha256(String line) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(line.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}

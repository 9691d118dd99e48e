package dev.makeline.benchmark.accuracy.lines;

import dev.makeline.benchmark.accuracy.words.WordFile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;

/// Knows lines whose labels are wrong by a hash of their text, from `label-errors.txt`, so that the
/// lines themselves stay outside the repository.
final class LabelErrors {

    private static final int DIGITS = 16;

    private static final Set<String> HASHES =
            WordFile.lines(LabelErrors.class, "label-errors.txt").stream()
                    .map(line -> line.substring(0, DIGITS))
                    .collect(Collectors.toSet());

    private LabelErrors() {}

    static boolean has(String line) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(line.getBytes(StandardCharsets.UTF_8));
            return HASHES.contains(HexFormat.of().formatHex(digest).substring(0, DIGITS));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}

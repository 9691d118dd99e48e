package dev.makeline.server.file;

import dev.makeline.protocol.ContentId;
import dev.makeline.protocol.FileId;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/// One version of a file; never changes.
///
/// @param number from 1
/// @param at UTC, when it became a version
/// @param restoredFrom the version whose content it has again
public record FileVersion(
        FileId file,
        int number,
        ContentId content,
        ContentClaim claim,
        Instant at,
        Optional<Integer> restoredFrom) {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    /// Empty for a text that is no number from 1.
    public static Optional<Integer> number(String text) {
        return NUMBER.matcher(text).matches()
                ? Optional.of(Integer.valueOf(text))
                : Optional.empty();
    }

    public String objectKey() {
        return FileObjects.keyOf(file, content);
    }
}

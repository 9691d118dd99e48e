package dev.makeline.server.file.upload;

import dev.makeline.server.file.ContentClaim;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// Compares a content with what was announced.
final class ContentCheck {

    private static final int BUFFER = 64 << 10;

    private ContentCheck() {}

    /// One sentence about what does not fit; empty when all does. Reads the content once, within a
    /// fixed memory.
    static Optional<String> misfit(ContentClaim claim, InputStream content) throws IOException {
        MessageDigest digest = sha256();
        ByteArrayOutputStream prefix = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
            digest.update(buffer, 0, count);
            size += count;
            int wanted = Math.min(count, MediaTypes.PREFIX - prefix.size());
            prefix.write(buffer, 0, Math.max(wanted, 0));
        }
        return misfit(claim, size, HexFormat.of().formatHex(digest.digest()), prefix.toByteArray());
    }

    private static Optional<String> misfit(
            ContentClaim claim, long size, String sha256, byte[] prefix) {
        if (size != claim.size()) {
            return Optional.of(
                    "%d bytes were announced, but %d came.".formatted(claim.size(), size));
        }
        if (!sha256.equals(claim.sha256())) {
            return Optional.of(
                    "The content's SHA-256 is %s, not the one that was announced; it was changed on its way, or another file was chosen."
                            .formatted(sha256));
        }
        if (!MediaTypes.fits(claim.mediaType(), prefix)) {
            return Optional.of(
                    "It was announced as %s, but the content is %s."
                            .formatted(claim.mediaType(), MediaTypes.found(prefix)));
        }
        return Optional.empty();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}

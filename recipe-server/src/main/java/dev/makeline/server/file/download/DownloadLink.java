package dev.makeline.server.file.download;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/// A link that whoever has it can open until it expires.
@Schema(name = "DownloadLink")
record DownloadLink(String url, Instant expiresAt) {

    @Override
    public String toString() {
        return "DownloadLink[expiresAt=%s]".formatted(expiresAt);
    }
}

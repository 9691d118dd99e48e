package dev.makeline.server.file.upload;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;

/// Where and with what a browser sends a content: `multipart/form-data` with these fields, and the
/// content as the last one, called `file`.
@Schema(name = "UploadForm")
record UploadForm(String url, Map<String, String> fields, Instant expiresAt) {

    @Override
    public String toString() {
        return "UploadForm[url=%s, fields hidden]".formatted(url);
    }
}

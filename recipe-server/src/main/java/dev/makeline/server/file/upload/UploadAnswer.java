package dev.makeline.server.file.upload;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;

/// An upload that was begun.
///
/// @param upload absent once the content has come
/// @param expiresAt UTC, when the upload is given up
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(name = "Upload")
record UploadAnswer(
        String fileId,
        String uploadId,
        @Schema(
                        type = "string",
                        allowableValues = {"pending", "published", "refused", "abandoned"})
                String state,
        @Schema(
                        description = "The form; absent once the upload has ended",
                        requiredMode = Schema.RequiredMode.NOT_REQUIRED)
                Optional<UploadForm> upload,
        Instant expiresAt) {}

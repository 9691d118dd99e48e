package dev.makeline.server.file.upload;

import io.swagger.v3.oas.annotations.media.Schema;

/// The shape of a request for a new version by a form, for the API's description alone.
@Schema(name = "NewContent")
record NewContentBody(
        @Schema(description = "Bytes", example = "2048") long size,
        @Schema(example = "application/json") String mediaType,
        @Schema(description = "Of the content, 64 hex digits") String sha256) {}

package dev.makeline.server.file.upload;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The shape of a request for a new file, for the API's description alone.
@Schema(name = "NewFile")
record NewFileBody(
        @Schema(example = "Plum cake.json", description = "Up to 255 characters, no folders")
                String name,
        @Nullable @Schema(description = "Up to 2,000 characters") String description,
        @Schema(description = "Bytes", example = "2048") long size,
        @Schema(example = "application/json") String mediaType,
        @Schema(description = "Of the content, 64 hex digits") String sha256) {}

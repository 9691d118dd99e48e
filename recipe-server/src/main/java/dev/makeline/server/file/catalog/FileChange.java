package dev.makeline.server.file.catalog;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The shape of a request that changes a file, for the API's description alone.
@Schema(name = "FileChange")
record FileChange(@Nullable String name, @Nullable String description) {}

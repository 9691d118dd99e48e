package dev.makeline.server.file.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.makeline.server.file.FileVersion;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;

/// One version of a file, as it is answered.
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(name = "FileVersion")
record VersionItem(
        int version,
        @Schema(description = "Bytes") long size,
        String mediaType,
        String sha256,
        Instant uploadedAt,
        @Schema(
                        description = "The version whose content it has again",
                        requiredMode = Schema.RequiredMode.NOT_REQUIRED)
                Optional<Integer> restoredFrom) {

    static VersionItem of(FileVersion version) {
        return new VersionItem(
                version.number(),
                version.claim().size(),
                version.claim().mediaType(),
                version.claim().sha256(),
                version.at(),
                version.restoredFrom());
    }
}

package dev.makeline.server.file;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;

/// A file as it is answered.
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(name = "File")
public record FileItem(
        String fileId,
        @Schema(example = "Plum cake.json") String name,
        String description,
        FileOwner owner,
        @Schema(description = "Bytes of the current version") long size,
        @Schema(example = "application/json") String mediaType,
        @Schema(description = "64 hex digits") String sha256,
        @Schema(
                        type = "string",
                        allowableValues = {"pending", "live", "trash", "refused"})
                String state,
        @Schema(description = "Why it was refused", requiredMode = Schema.RequiredMode.NOT_REQUIRED)
                Optional<String> reason,
        @Schema(description = "How many there are; the number of the current one") int versions,
        Instant uploadedAt,
        @Schema(description = "The last change of content, name or description") Instant updatedAt,
        @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED) Optional<Instant> trashedAt) {

    public static FileItem of(StoredFile file, FileOwner owner) {
        return new FileItem(
                file.id().value(),
                file.name(),
                file.description(),
                owner,
                file.claim().size(),
                file.claim().mediaType(),
                file.claim().sha256(),
                file.state().label(),
                file.reason(),
                file.versions(),
                file.uploadedAt(),
                file.updatedAt(),
                file.trashedAt());
    }
}

package dev.makeline.server.file;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;

/// Whose a file is, as it is answered: a person by both names, a program by its own. Empty once the
/// account is gone.
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(name = "FileOwner")
public record FileOwner(
        @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED) Optional<String> firstName,
        @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED) Optional<String> lastName,
        @Schema(
                        description = "The name of a program's token",
                        requiredMode = Schema.RequiredMode.NOT_REQUIRED)
                Optional<String> program) {}

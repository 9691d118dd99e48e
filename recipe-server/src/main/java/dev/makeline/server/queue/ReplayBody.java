package dev.makeline.server.queue;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;

/// What to send again: one message, or all of them.
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(name = "ReplayRequest", description = "Either messageId or all")
record ReplayBody(
        @Schema(description = "Of one dead letter", requiredMode = Schema.RequiredMode.NOT_REQUIRED)
                Optional<String> messageId,
        @Schema(
                        description = "true for all, some hundred in one call",
                        requiredMode = Schema.RequiredMode.NOT_REQUIRED)
                Optional<Boolean> all) {}

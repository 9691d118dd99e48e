package dev.makeline.server.job;

import dev.makeline.protocol.job.ContainerImage;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A registered container image, as it is told.
@Schema(name = "Container")
record ContainerItem(
        @Schema(example = "resize") String name,
        @Schema(example = "registry.example.org/tools/resize:2") String image,
        List<String> command,
        String summary,
        @Schema(
                        description =
                                "Of the output's name; that of the input when it is not there",
                        requiredMode = Schema.RequiredMode.NOT_REQUIRED)
                Optional<String> extension,
        Instant registeredAt) {

    static ContainerItem of(ContainerImage container) {
        return new ContainerItem(
                container.name(),
                container.image(),
                container.command(),
                container.summary(),
                container.extension(),
                container.registeredAt());
    }
}

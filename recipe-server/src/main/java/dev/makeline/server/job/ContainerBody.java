package dev.makeline.server.job;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;

/// The form of a registration, for `/docs`; [ContainerController] reads it.
@Schema(name = "NewContainer")
record ContainerBody(
        @Schema(example = "registry.example.org/tools/resize:2") String image,
        @Schema(
                        description =
                                "The arguments that the image is started with, each by itself; no shell reads them. Empty for the image's own command",
                        example = "[\"--width\", \"800\"]")
                List<String> command,
        @Schema(example = "Makes pictures smaller.") String summary,
        @Schema(
                        description = "Of the output's name; that of the input when it is left out",
                        example = "jpg",
                        requiredMode = Schema.RequiredMode.NOT_REQUIRED)
                Optional<String> extension) {}

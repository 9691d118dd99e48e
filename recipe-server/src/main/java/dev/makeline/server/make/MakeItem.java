package dev.makeline.server.make;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// A make as lists show it.
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(name = "MakeItem")
public record MakeItem(
        long makeId,
        int revision,
        Instant recordedAt,
        @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED) Optional<String> madeAt,
        @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED) Optional<String> madeBy,
        @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED) Optional<BigDecimal> rating,
        String outcome,
        String headline,
        int differenceCount,
        @Schema(
                        requiredMode = Schema.RequiredMode.NOT_REQUIRED,
                        description =
                                "From 0, made as the recipe says, to 100, another dish; not of makes that were kept before this was counted",
                        minimum = "0",
                        maximum = "100")
                Optional<Integer> deviationScore,
        @Schema(
                        requiredMode = Schema.RequiredMode.NOT_REQUIRED,
                        description = "Differences that a person must look at")
                Optional<Integer> criticalCount,
        @Schema(
                        requiredMode = Schema.RequiredMode.NOT_REQUIRED,
                        description = "Who said that its differences are fine",
                        example = "ada")
                Optional<String> signedOffBy) {}

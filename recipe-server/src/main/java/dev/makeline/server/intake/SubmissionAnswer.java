package dev.makeline.server.intake;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The shape of a submission's outcome, for the API's description alone.
@Schema(name = "SubmissionOutcome", description = "What was decided")
record SubmissionAnswer(
        @Schema(
                        type = "string",
                        allowableValues = {"accepted", "duplicate", "waiting", "rejected"})
                String outcome,
        @Nullable Long recipeId,
        @Nullable Integer revision,
        @Nullable Long makeId,
        @Nullable String reason) {}

package dev.makeline.server.job;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import java.util.Optional;

/// The form of an order, for `/docs`; [NewJob] reads it.
@Schema(name = "NewJob")
record NewJobBody(
        @Schema(example = "append-text") String kind,
        @Schema(
                        description = "A file of the caller's, for kinds that take one",
                        requiredMode = Schema.RequiredMode.NOT_REQUIRED)
                Optional<String> fileId,
        @Schema(
                        description = "As the kind's schema in /v1/job-kinds says",
                        example = "{\"text\": \"salt\"}")
                Map<String, Object> parameters,
        @Schema(
                        description = "What the task gets of a machine; small when left out",
                        type = "string",
                        allowableValues = {"small", "medium", "large"},
                        requiredMode = Schema.RequiredMode.NOT_REQUIRED)
                Optional<String> resourceClass,
        @Schema(
                        description = "Of one attempt, 1 to 43200; 600 when left out",
                        requiredMode = Schema.RequiredMode.NOT_REQUIRED)
                Optional<Integer> timeoutSeconds,
        @Schema(
                        description = "1 to 10; 3 when left out",
                        requiredMode = Schema.RequiredMode.NOT_REQUIRED)
                Optional<Integer> mostAttempts,
        @Schema(
                        description =
                                "Which of the jobs that wait is started first; normal when left out, high for administrators alone",
                        type = "string",
                        allowableValues = {"high", "normal", "low"},
                        requiredMode = Schema.RequiredMode.NOT_REQUIRED)
                Optional<String> priority,
        @Schema(
                        description =
                                "Of my jobs with the same key, one at a time is worked on; 1 to 100 characters",
                        example = "monthly-report",
                        requiredMode = Schema.RequiredMode.NOT_REQUIRED)
                Optional<String> exclusiveKey) {}

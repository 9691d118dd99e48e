package dev.makeline.server.account;

import io.swagger.v3.oas.annotations.media.Schema;

/// The shape of a request to change somebody's standing, for the API's description alone.
@Schema(name = "Standing", description = "What is left out stays as it is")
record StandingBody(
        @Schema(
                        type = "string",
                        allowableValues = {"user", "admin"},
                        requiredMode = Schema.RequiredMode.NOT_REQUIRED)
                String role,
        @Schema(
                        type = "string",
                        allowableValues = {"active", "disabled"},
                        requiredMode = Schema.RequiredMode.NOT_REQUIRED)
                String state) {}

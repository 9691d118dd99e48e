package dev.makeline.server.account;

import io.swagger.v3.oas.annotations.media.Schema;

/// The shape of a request to change one's name, for the API's description alone.
@Schema(name = "Names", description = "What is left out stays as it is")
record NamesBody(
        @Schema(minLength = 1, maxLength = 100, requiredMode = Schema.RequiredMode.NOT_REQUIRED)
                String firstName,
        @Schema(minLength = 1, maxLength = 100, requiredMode = Schema.RequiredMode.NOT_REQUIRED)
                String lastName) {}

package dev.makeline.server.account;

import io.swagger.v3.oas.annotations.media.Schema;

/// The shape of a request to register, for the API's description alone.
@Schema(name = "NewPerson")
record NewPersonBody(
        @Schema(minLength = 1, maxLength = 100, example = "Ada") String firstName,
        @Schema(minLength = 1, maxLength = 100, example = "Example") String lastName,
        @Schema(format = "email", maxLength = 254, example = "ada@example.org") String email,
        @Schema(
                        minLength = 3,
                        maxLength = 64,
                        example = "ada",
                        description =
                                "Letters of one script, digits, dots, underscores and hyphens; upper and lower case count as the same")
                String username,
        @Schema(
                        format = "password",
                        minLength = 8,
                        maxLength = 128,
                        description = "Any characters; the most common passwords are refused")
                String password) {}

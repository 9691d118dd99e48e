package dev.makeline.server.account;

import io.swagger.v3.oas.annotations.media.Schema;

/// The shape of a request that wants the password once more, for the API's description alone.
@Schema(name = "Proof")
record PasswordBody(
        @Schema(format = "password", description = "Of your account") String password) {}

package dev.makeline.server.account;

import io.swagger.v3.oas.annotations.media.Schema;

/// The shape of a request to change one's password, for the API's description alone.
@Schema(name = "NewPassword")
record NewPasswordBody(
        @Schema(format = "password", description = "The present one") String password,
        @Schema(format = "password", minLength = 8, maxLength = 128) String newPassword) {}

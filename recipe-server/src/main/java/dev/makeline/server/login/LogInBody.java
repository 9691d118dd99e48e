package dev.makeline.server.login;

import io.swagger.v3.oas.annotations.media.Schema;

/// The shape of a log in, for the API's description alone.
///
/// @param username or e-mail address
@Schema(name = "LogIn")
record LogInBody(
        @Schema(example = "ada") String username, @Schema(format = "password") String password) {}

package dev.makeline.server.account;

import io.swagger.v3.oas.annotations.media.Schema;

/// The shape of a request that redeems a reset link, for the API's description alone.
@Schema(name = "ResetCompletion")
record CompletionBody(
        @Schema(description = "What stands behind the # of the link") String token,
        @Schema(format = "password", minLength = 8, maxLength = 128) String password) {}

package dev.makeline.server.account;

import io.swagger.v3.oas.annotations.media.Schema;

/// The shape of a request for a reset link, for the API's description alone.
@Schema(name = "ResetRequest")
record EmailBody(@Schema(format = "email", maxLength = 254) String email) {}

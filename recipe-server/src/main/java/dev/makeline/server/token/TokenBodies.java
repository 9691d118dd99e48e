package dev.makeline.server.token;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/// The shapes of requests, for the API's description alone.
final class TokenBodies {

    private TokenBodies() {}

    @Schema(name = "NewPersonalToken")
    record NewToken(
            @Schema(example = "nightly upload") String name,
            @Schema(example = "[\"recipes:read\"]") List<String> scopes,
            @Schema(minimum = "1", maximum = "365") int expiresInDays) {}

    @Schema(name = "TokenRefresh")
    record Refresh(
            @JsonProperty("refresh_token") @Schema(name = "refresh_token") String refreshToken) {}
}

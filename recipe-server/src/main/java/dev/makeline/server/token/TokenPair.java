package dev.makeline.server.token;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;

/// What a log in over the API gives, in the words of OAuth 2 (RFC 6749). Shown once.
///
/// @param expiresIn seconds that the access token lasts
@Schema(name = "TokenPair")
public record TokenPair(
        @JsonProperty("access_token") @Schema(name = "access_token") String accessToken,
        @JsonProperty("refresh_token") @Schema(name = "refresh_token") String refreshToken,
        @JsonProperty("token_type") @Schema(name = "token_type", example = "Bearer")
                String tokenType,
        @JsonProperty("expires_in") @Schema(name = "expires_in", example = "900") long expiresIn) {

    @Override
    public String toString() {
        return "TokenPair[hidden]";
    }
}

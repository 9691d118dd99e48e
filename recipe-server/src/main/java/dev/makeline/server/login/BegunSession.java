package dev.makeline.server.login;

import io.swagger.v3.oas.annotations.media.Schema;

/// @param csrfToken to be sent as the header X-CSRF-Token with whatever changes something
@Schema(name = "BegunSession")
record BegunSession(String username, String csrfToken) {

    @Override
    public String toString() {
        return "BegunSession[username=%s, csrfToken=hidden]".formatted(username);
    }
}

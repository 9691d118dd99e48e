package dev.makeline.server.access;

import dev.makeline.protocol.AccessToken;
import dev.makeline.protocol.UserId;

/// To whom something belongs: a person by the account, a service or operator by the name of its
/// token.
///
/// @param value a [UserId], or `service:` and a name
public record OwnerId(String value) {

    private static final String SERVICE_PREFIX = "service:";

    /// This server, where it does something by itself.
    public static final OwnerId SERVER = new OwnerId(SERVICE_PREFIX + "recipe-server");

    public static OwnerId of(UserId user) {
        return new OwnerId(user.value());
    }

    static OwnerId of(AccessToken token) {
        return token.holder()
                .map(OwnerId::of)
                .orElseGet(() -> new OwnerId(SERVICE_PREFIX + token.name()));
    }

    @Override
    public String toString() {
        return value;
    }
}

package dev.makeline.server.access;

import dev.makeline.protocol.AccessToken;
import dev.makeline.protocol.CredentialKind;
import dev.makeline.protocol.Role;
import dev.makeline.protocol.Scope;
import dev.makeline.protocol.UserId;
import io.micronaut.http.HttpRequest;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Who makes a request, as the credential and the account say at that moment.
///
/// @param tokenHash SHA-256 of the token, hex
/// @param family what ends together with the credential
/// @param user empty for services and operators
/// @param name of the token
/// @param scopes of the token, as far as the role still allows them
public record Caller(
        String tokenHash,
        CredentialKind credential,
        Optional<String> family,
        Optional<UserId> user,
        OwnerId owner,
        String name,
        Role role,
        Set<Scope> scopes) {

    private static final String ATTRIBUTE = "makeline.caller";

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    static Caller of(AccessToken token, Role role) {
        EnumSet<Scope> scopes = EnumSet.noneOf(Scope.class);
        scopes.addAll(token.scopes());
        scopes.retainAll(role.scopes());
        return new Caller(
                token.sha256Hex(),
                token.kind(),
                token.family(),
                token.holder(),
                OwnerId.of(token),
                token.name(),
                role,
                scopes);
    }

    /// Whether everybody's things may be seen with this very credential.
    public boolean isAdmin() {
        return scopes.contains(Scope.ADMIN);
    }

    void attachTo(HttpRequest<?> request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /// @throws IllegalStateException for a route that is open to all
    public static Caller of(HttpRequest<?> request) {
        return find(request)
                .orElseThrow(() -> new IllegalStateException("The route is open to all"));
    }

    /// Empty for a route that is open to all.
    public static Optional<Caller> find(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, Caller.class);
    }
}

package dev.makeline.server.token;

import dev.makeline.protocol.FamilyId;
import dev.makeline.protocol.Scope;
import dev.makeline.protocol.UserId;
import dev.makeline.server.access.Caller;
import dev.makeline.server.access.RequestAudit;
import dev.makeline.server.audit.AuditAction;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import dev.makeline.server.token.PersonalTokens.Creation;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A person's own tokens for programs, made and ended on record. Thread-safe; blocking.
@Singleton
public final class OwnTokens {

    private final PersonalTokens tokens;
    private final RequestAudit audit;

    OwnTokens(PersonalTokens tokens, RequestAudit audit) {
        this.tokens = tokens;
        this.audit = audit;
    }

    /// The oldest first.
    public List<PersonalTokenItem> list(HttpRequest<?> request) {
        return tokens.list(user(Caller.of(request))).stream()
                .map(token -> PersonalTokenItem.of(token, Optional.empty()))
                .toList();
    }

    /// @param body JSON, as for `POST /v1/tokens`
    /// @return the token with its secret, which nobody is told again
    /// @throws ProblemException with what is wrong with which field, with 403 for more than the
    ///   person may do, with 409 when they have as many as are kept
    public PersonalTokenItem create(HttpRequest<?> request, byte[] body) {
        NewPersonalToken wanted = NewPersonalToken.of(body);
        Caller caller = Caller.of(request);
        if (!caller.scopes().containsAll(wanted.scopes())) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN,
                    "A token allows no more than its holder may do; for you that is %s."
                            .formatted(labels(caller.scopes())));
        }
        return switch (tokens.create(
                user(caller), wanted.name(), wanted.scopes(), wanted.lasting())) {
            case Creation.Created(PersonalToken token, String secret) -> {
                tellCreated(request, token);
                yield PersonalTokenItem.of(token, Optional.of(secret));
            }
            case Creation.TooMany(int most) ->
                    throw new ProblemException(
                            ProblemType.TOO_MANY_TOKENS,
                            "You have %d tokens, and no more are kept: revoke one first."
                                    .formatted(most));
        };
    }

    private void tellCreated(HttpRequest<?> request, PersonalToken token) {
        audit.append(
                request,
                AuditAction.TOKEN_CREATED,
                Optional.of(token.id().value()),
                Map.of(
                        "name", token.name(),
                        "scopes", labels(token.scopes()),
                        "expiresAt", token.expiresAt().toString()));
    }

    /// @throws ProblemException with 404 when it is none of the person's
    public void revoke(HttpRequest<?> request, String tokenId) {
        Optional<FamilyId> id = FamilyId.parse(tokenId);
        if (id.isEmpty() || !tokens.revoke(user(Caller.of(request)), id.get())) {
            throw new ProblemException(ProblemType.TOKEN_NOT_FOUND, "You have no such token.");
        }
        audit.append(request, AuditAction.TOKEN_REVOKED, Optional.of(tokenId), Map.of());
    }

    private static UserId user(Caller caller) {
        return caller.user().orElseThrow();
    }

    private static String labels(Set<Scope> scopes) {
        return scopes.stream().map(Scope::label).sorted().collect(Collectors.joining(" "));
    }
}

package dev.makeline.server.session;

import dev.makeline.protocol.FamilyId;
import dev.makeline.protocol.FamilyKey;
import dev.makeline.protocol.UserId;
import dev.makeline.server.access.Caller;
import dev.makeline.server.access.RequestAudit;
import dev.makeline.server.audit.AuditAction;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import dev.makeline.server.token.LogIns;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where a person is logged in. Thread-safe; blocking.
@Singleton
public final class OwnSessions {

    private final LogIns logIns;
    private final RequestAudit audit;

    OwnSessions(LogIns logIns, RequestAudit audit) {
        this.logIns = logIns;
        this.audit = audit;
    }

    /// The oldest first.
    public List<SessionItem> list(HttpRequest<?> request) {
        Caller caller = Caller.of(request);
        return logIns.list(user(caller)).stream()
                .map(logIn -> SessionItem.of(logIn, caller.family()))
                .toList();
    }

    /// @throws ProblemException with 404 when it is none of the person's
    public void end(HttpRequest<?> request, String sessionId) {
        UserId user = user(Caller.of(request));
        boolean ended =
                FamilyId.parse(sessionId)
                        .map(id -> FamilyKey.ofLogIn(user, id))
                        .filter(logIns::end)
                        .isPresent();
        if (!ended) {
            throw new ProblemException(ProblemType.SESSION_NOT_FOUND, "You have no such log in.");
        }
        tell(request, sessionId);
    }

    /// All but the one that asks.
    public void endOthers(HttpRequest<?> request) {
        Caller caller = Caller.of(request);
        List<FamilyKey> ended =
                logIns.endAll(
                        user(caller),
                        logIn -> !caller.family().equals(Optional.of(logIn.id().value())));
        ended.forEach(logIn -> tell(request, logIn.id().value()));
    }

    private void tell(HttpRequest<?> request, String sessionId) {
        audit.append(request, AuditAction.SESSION_ENDED, Optional.of(sessionId), Map.of());
    }

    private static UserId user(Caller caller) {
        return caller.user().orElseThrow();
    }
}

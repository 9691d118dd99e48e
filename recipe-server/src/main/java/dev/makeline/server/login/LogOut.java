package dev.makeline.server.login;

import dev.makeline.protocol.FamilyId;
import dev.makeline.protocol.FamilyKey;
import dev.makeline.server.access.Caller;
import dev.makeline.server.access.RequestAudit;
import dev.makeline.server.audit.AuditAction;
import dev.makeline.server.token.LogIns;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/// Ends the log in that a request comes with. Thread-safe; blocking.
@Singleton
public final class LogOut {

    private final LogIns logIns;
    private final RequestAudit audit;

    LogOut(LogIns logIns, RequestAudit audit) {
        this.logIns = logIns;
        this.audit = audit;
    }

    /// Its tokens, or its cookie, are good for nothing any more. Idempotent.
    public void end(HttpRequest<?> request) {
        Caller caller = Caller.of(request);
        Optional<FamilyId> family = caller.family().flatMap(FamilyId::parse);
        caller.user()
                .flatMap(user -> family.map(id -> FamilyKey.ofLogIn(user, id)))
                .ifPresent(logIns::end);
        audit.append(request, AuditAction.LOGOUT, family.map(FamilyId::value), Map.of());
    }
}

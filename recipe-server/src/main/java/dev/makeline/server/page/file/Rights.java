package dev.makeline.server.page.file;

import dev.makeline.protocol.Scope;
import dev.makeline.server.access.Authority;
import dev.makeline.server.access.Authority.Action;
import dev.makeline.server.access.Caller;
import dev.makeline.server.access.OwnerId;

/// What a person may do on these pages, so that they offer no more.
record Rights(boolean mayWrite, boolean maySend, boolean mayRun) {

    static Rights of(Caller caller) {
        return new Rights(
                caller.scopes().contains(Scope.FILES_WRITE),
                caller.scopes().contains(Scope.RECIPES_WRITE),
                caller.scopes().contains(Scope.JOBS_RUN));
    }

    /// With one file.
    static Rights of(Caller caller, OwnerId owner) {
        Rights all = of(caller);
        boolean mayChange = isAllowed(caller, Action.CHANGE, owner);
        return new Rights(
                all.mayWrite && mayChange, all.maySend && mayChange, all.mayRun && mayChange);
    }

    static boolean mayDelete(Caller caller, OwnerId owner) {
        return caller.scopes().contains(Scope.FILES_WRITE)
                && isAllowed(caller, Action.DELETE, owner);
    }

    private static boolean isAllowed(Caller caller, Action action, OwnerId owner) {
        return Authority.decide(caller, action, owner) instanceof Authority.Decision.Allowed;
    }
}

package dev.makeline.server.access;

import dev.makeline.protocol.Scope;

/// The one place that decides who may do what: by scope and kind of credential for a route, by
/// owner for a thing. A pure function; whoever asks carries it out.
public final class Authority {

    /// What somebody wants to do with a thing that belongs to somebody.
    public enum Action {
        SEE,
        CHANGE,
        DELETE
    }

    public sealed interface Decision {

        record Allowed() implements Decision {}

        /// The caller may see that it is there, but not do this: 403.
        record Refused(String reason) implements Decision {}

        /// For this caller it does not exist: 404, in the words of a thing that is not there.
        record Hidden() implements Decision {}
    }

    private static final Decision ALLOWED = new Decision.Allowed();

    private Authority() {}

    /// Owners do everything with what is theirs; administrators see and delete everybody's.
    public static Decision decide(Caller caller, Action action, OwnerId owner) {
        if (caller.owner().equals(owner)) {
            return ALLOWED;
        }
        if (!caller.isAdmin()) {
            return new Decision.Hidden();
        }
        return switch (action) {
            case SEE, DELETE -> ALLOWED;
            case CHANGE -> new Decision.Refused("Only its owner changes this.");
        };
    }

    /// @param exists whether there is such a route; for one that is not, the router answers 404 or
    ///   405 by itself
    static Decision decide(Caller caller, RouteAccess route, boolean exists) {
        return switch (route) {
            case RouteAccess.Open() -> ALLOWED;
            case RouteAccess.Scoped(Scope scope) ->
                    caller.scopes().contains(scope)
                            ? ALLOWED
                            : new Decision.Refused(
                                    "This needs a token with the scope %s."
                                            .formatted(scope.label()));
            case RouteAccess.Person() ->
                    caller.user().isPresent() && caller.credential().isOfPersonPresent()
                            ? ALLOWED
                            : new Decision.Refused(
                                    "This is for a person who logged in, not for a program's token.");
            case RouteAccess.Undeclared() ->
                    exists ? new Decision.Refused("No token allows this.") : ALLOWED;
        };
    }
}

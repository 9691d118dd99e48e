package dev.makeline.server.request;

import dev.makeline.server.access.Caller;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import java.util.Optional;

/// Whose things a list shows: everybody's to administrators, unless they ask for their own; their
/// own to all others.
public final class Whose {

    private Whose() {}

    /// @param all the query parameter `all`
    /// @param things as they are called, such as files
    /// @throws ProblemException with 400 when it is neither true nor false, with 403 when somebody
    ///   else asks for everybody's
    public static boolean isEverybodys(Optional<String> all, Caller caller, String things) {
        boolean isEverybodys = all.map(Whose::flag).orElse(caller.isAdmin());
        if (isEverybodys && !caller.isAdmin()) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN,
                    "Everybody's %s are for administrators.".formatted(things));
        }
        return isEverybodys;
    }

    private static boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default ->
                    throw new ProblemException(
                            ProblemType.INVALID_REQUEST, "all is true or false.");
        };
    }
}

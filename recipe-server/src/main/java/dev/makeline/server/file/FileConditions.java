package dev.makeline.server.file;

import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import dev.makeline.server.request.EntityTag;
import java.util.Optional;

/// The conditions of a request that changes a file.
public final class FileConditions {

    private FileConditions() {}

    /// @throws ProblemException with 412 when the file is another by now
    public static void check(Optional<String> ifMatch, StoredFile file) {
        if (!EntityTag.allows(ifMatch, file.edition())) {
            throw changed();
        }
    }

    /// @throws ProblemException with 428 when there is no condition, 412 when it does not hold
    public static void checkRequired(Optional<String> ifMatch, StoredFile file) {
        if (ifMatch.isEmpty()) {
            throw new ProblemException(
                    ProblemType.PRECONDITION_REQUIRED,
                    "Send If-Match with the ETag of the file that you change, so that nobody's change is lost.");
        }
        check(ifMatch, file);
    }

    public static ProblemException changed() {
        return new ProblemException(
                ProblemType.FILE_CHANGED,
                "The file has changed since; get it, and decide again with its ETag.");
    }
}

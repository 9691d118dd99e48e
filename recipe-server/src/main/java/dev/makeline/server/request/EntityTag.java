package dev.makeline.server.request;

import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/// The ETag of a recipe is its revision, of a file its edition; a condition of a request lists such
/// tags, or `*`.
public final class EntityTag {

    private static final Pattern LIST =
            Pattern.compile("\\*|(W/)?\"[^\"]*\"(\\s*,\\s*(W/)?\"[^\"]*\")*");

    private EntityTag() {}

    public static String of(int revision) {
        return "\"" + revision + "\"";
    }

    /// @param condition the value of If-None-Match; a weak tag matches too
    public static boolean matches(Optional<String> condition, int revision) {
        return condition.filter(value -> contains(value.replace("W/", ""), revision)).isPresent();
    }

    /// @param condition the value of If-Match; without one, any revision is allowed
    /// @throws ProblemException with 400 when it is no list of tags
    public static boolean allows(Optional<String> condition, int revision) {
        condition
                .filter(value -> !LIST.matcher(value.strip()).matches())
                .ifPresent(value -> {
                    throw new ProblemException(
                            ProblemType.INVALID_REQUEST,
                            "If-Match takes the ETag as it was answered, in its quotation marks, such as \"3\".");
                });
        return condition.isEmpty() || contains(condition.get(), revision);
    }

    private static boolean contains(String list, int revision) {
        return list.strip().equals("*")
                || Arrays.stream(list.split(",")).map(String::strip).anyMatch(of(revision)::equals);
    }
}

package dev.makeline.server.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One page of a list. A page may be shorter than its limit although more follow.
///
/// @param nextCursor absent on the last page
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Page<T>(
        List<T> items,
        @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED) Optional<String> nextCursor) {

    /// A list row is small; 200 of them are still one quick answer.
    public static final int MOST = 200;

    public static final int USUAL = 50;

    public Page {
        items = List.copyOf(items);
    }

    /// The first `size` of what was found; there is a next page when more was found, or may be.
    ///
    /// @param cursor of an item: where the page after it begins
    public static <T> Page<T> of(Found<T> found, int size, Function<T, String> cursor) {
        List<T> items = found.items().subList(0, Math.min(size, found.items().size()));
        boolean more = found.items().size() > size || found.truncated();
        return new Page<>(
                items,
                more && !items.isEmpty()
                        ? Optional.of(cursor.apply(items.getLast()))
                        : Optional.empty());
    }

    /// Takes the text, because Micronaut reads a number that it cannot parse as absent.
    ///
    /// @throws ProblemException with 400 when it is no number or out of range
    public static int size(@Nullable String limit) {
        if (limit == null) {
            return USUAL;
        }
        try {
            int size = Integer.parseInt(limit);
            if (size >= 1 && size <= MOST) {
                return size;
            }
        } catch (NumberFormatException _) {
            // Told below, like a number out of range.
        }
        throw new ProblemException(
                ProblemType.INVALID_REQUEST,
                "limit is a whole number from 1 to %d, not '%s'.".formatted(MOST, limit));
    }
}

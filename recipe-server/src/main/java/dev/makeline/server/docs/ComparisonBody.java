package dev.makeline.server.docs;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The shape of a comparison that is not kept, for the API's description alone.
@Schema(name = "UnkeptComparison", description = "What the make does differently")
public record ComparisonBody(
        DifferencesBody.Summary summary,
        List<DifferencesBody.Difference> differences,
        @Nullable Unread unread) {

    @Schema(name = "Unread", description = "What could not be read of each document, if anything")
    public record Unread(@Nullable List<String> recipe, @Nullable List<String> make) {}
}

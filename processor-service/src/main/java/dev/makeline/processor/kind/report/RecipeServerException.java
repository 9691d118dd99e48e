package dev.makeline.processor.kind.report;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// recipe-server did not answer, or not with what was asked for.
public final class RecipeServerException extends IOException {

    private static final long serialVersionUID = 1L;

    private final boolean mayGoWell;

    /// @param mayGoWell whether the same request may go well a moment later
    RecipeServerException(String reason, boolean mayGoWell, @Nullable Throwable cause) {
        super(reason, cause);
        this.mayGoWell = mayGoWell;
    }

    boolean mayGoWell() {
        return mayGoWell;
    }
}

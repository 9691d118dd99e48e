package dev.makeline.processor.kind.importing;

import dev.makeline.protocol.DocumentKind;
import dev.makeline.protocol.JobId;
import java.util.List;

/// A document that goes into the intake.
///
/// @param number of the document in the file, from 1; says its key
/// @param unread sentences about what it says and could not be read
record Accepted(
        int number,
        String place,
        DocumentKind as,
        long recipeId,
        DocumentSpool.Place spooled,
        List<String> unread) {

    private static final String MAKES_PREFIX = "makes/";

    /// The same at each attempt.
    String objectKey(JobId job) {
        String prefix =
                switch (as) {
                    case RECIPE -> DocumentKind.RECIPES_PREFIX;
                    case MAKE -> MAKES_PREFIX;
                };
        return "%sjobs/%s/%d.json".formatted(prefix, job.value(), number);
    }
}

package dev.makeline.server.file.intake;

import dev.makeline.document.RecipeDocument;
import dev.makeline.protocol.DocumentKind;
import dev.makeline.server.file.FileVersion;
import java.util.List;

/// Under which key a version of a file goes into the intake bucket. The key tells the intake what
/// the document is, and its ending that it is read at all.
final class IntakeObject {

    /// What only somebody who made a recipe says.
    private static final List<String> FIELDS_OF_A_MAKE = List.of("makeId", "madeAt", "madeBy");

    private static final String MAKES_PREFIX = "makes/";

    private IntakeObject() {}

    static DocumentKind kindOf(RecipeDocument document) {
        return FIELDS_OF_A_MAKE.stream().anyMatch(document.json()::hasNonNull)
                ? DocumentKind.MAKE
                : DocumentKind.RECIPE;
    }

    static String key(FileVersion version, DocumentKind kind, byte[] document) {
        String prefix =
                switch (kind) {
                    case RECIPE -> DocumentKind.RECIPES_PREFIX;
                    case MAKE -> MAKES_PREFIX;
                };
        return "%sfiles/%s/%d%s"
                .formatted(prefix, version.file(), version.number(), ending(document));
    }

    /// By the first character that is seen.
    private static String ending(byte[] document) {
        for (byte octet : document) {
            if (octet == '{' || octet == '[') {
                return ".json";
            }
            if (octet == '<') {
                return ".html";
            }
            if (octet > ' ') {
                return ".md";
            }
        }
        return ".json";
    }
}

package dev.makeline.document;

import java.util.Optional;

/// What came of reading a document.
public sealed interface Reading {

    /// It is a recipe document.
    record Read(RecipeDocument document) implements Reading {}

    /// It can never be read as it is.
    ///
    /// @param reason one sentence that a cook understands and can act on
    /// @param place where in the document: a JSON pointer, followed by line and column where the
    ///   text is at hand, such as `/ingredients/2/quantity (line 12, column 20)`, or only `line 3,
    ///   column 5` when it is not JSON; both counted from 1, columns in characters
    record Unreadable(String reason, Optional<String> place, Kind kind) implements Reading {}

    /// Why a document is unreadable, as far as a program has to tell.
    enum Kind {
        /// More bytes than [DocumentLimits#DOCUMENT_BYTES], or for a page
        /// [DocumentLimits#PAGE_BYTES]: HTTP 413.
        TOO_LARGE,
        /// Everything else, other limits included: HTTP 400.
        INVALID
    }
}

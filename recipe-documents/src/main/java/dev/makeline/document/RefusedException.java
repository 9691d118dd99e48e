package dev.makeline.document;

import dev.makeline.document.Reading.Kind;
import java.util.Optional;

/// Ends the reading of one document from any depth; becomes a [Reading.Unreadable] in
/// [RecipeDocumentReader] and never leaves this package.
final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final transient Optional<Place> place;
    private final transient Optional<String> line;

    private RefusedException(
            String reason, Kind kind, Optional<Place> place, Optional<String> line) {
        // Without a stack trace: bad input is no fault of the program, and there may be much of it.
        super(reason, null, false, false);
        this.kind = kind;
        this.place = place;
        this.line = line;
    }

    static RefusedException whole(Kind kind, String reason) {
        return new RefusedException(reason, kind, Optional.empty(), Optional.empty());
    }

    static RefusedException whole(String reason) {
        return whole(Kind.INVALID, reason);
    }

    /// @param offset in characters from the start of the text
    static RefusedException at(JsonText text, int offset, String reason) {
        return at(text, offset, Place.TOP, reason);
    }

    /// @param offset in characters from the start of the text
    static RefusedException at(JsonText text, int offset, Place place, String reason) {
        Optional<String> line = Optional.of(text.lineAndColumn(offset));
        return new RefusedException(reason, Kind.INVALID, Optional.of(place), line);
    }

    /// For a value of a tree: where in its text that is, [RecipeDocumentReader] looks up.
    static RefusedException at(Place place, String reason) {
        return new RefusedException(reason, Kind.INVALID, Optional.of(place), Optional.empty());
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    Kind kind() {
        return kind;
    }

    Optional<Place> place() {
        return place;
    }

    Optional<String> line() {
        return line;
    }
}

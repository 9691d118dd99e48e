package dev.makeline.processor.kind.importing;

import dev.makeline.protocol.DocumentKind;
import java.util.Optional;

/// What stands at one place of a file of many documents.
sealed interface Piece {

    /// Where, for a person: `line 12`, `pies/apple.json`.
    String place();

    /// The bytes of one document, of any content. Nobody compares them.
    ///
    /// @param as what the file says that it is
    @SuppressWarnings("ArrayRecordComponent")
    record Document(String place, byte[] bytes, Optional<DocumentKind> as) implements Piece {}

    /// Something that is not even looked at.
    record Refused(String place, String reason) implements Piece {}

    /// Takes pieces in the order of the file.
    interface Taker {

        void take(Piece piece) throws UnfitFileException;
    }
}

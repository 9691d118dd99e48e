package dev.makeline.processor.kind.importing;

import dev.makeline.document.RecipeDocumentReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// Tells by its content what a file is and finds the documents in it.
final class ImportFile {

    private static final int SNIFFED = 4096;
    private static final int BYTE_ORDER_MARK = 3;

    private ImportFile() {}

    /// @param name may say that a file has a document in each line
    /// @param place of the source itself; empty for the file as a whole
    static void split(Source source, String name, String place, Piece.Taker taker)
            throws IOException, UnfitFileException {
        byte[] start = start(source);
        int mark = isMarked(start) ? BYTE_ORDER_MARK : 0;
        switch (firstVisible(start, mark)) {
            case '{', '[' -> {
                if (LineDocuments.isLikely(source.from(mark), name)) {
                    LineDocuments.split(source.from(mark), place, taker);
                } else {
                    new JsonDocuments(source, mark, place, taker).split();
                }
            }
            default -> taker.take(whole(source, place));
        }
    }

    /// By the marks with which archives begin, empty ones too.
    static boolean isArchive(byte[] start) {
        if (start.length < 4 || start[0] != 'P' || start[1] != 'K') {
            return false;
        }
        boolean isFull = start[2] == 3 && start[3] == 4;
        boolean isEmpty = start[2] == 5 && start[3] == 6;
        return isFull || isEmpty;
    }

    static byte[] start(Source source) throws IOException {
        try (InputStream in = source.from(0)) {
            return in.readNBytes(SNIFFED);
        }
    }

    /// As one document, if it is not too large for one.
    private static Piece whole(Source source, String place) throws IOException {
        String shown = place.isEmpty() ? "the file" : place;
        Optional<Piece> tooLarge = tooLarge(shown, source.size());
        return tooLarge.isPresent()
                ? tooLarge.get()
                : new Piece.Document(
                        shown, source.slice(0, Math.toIntExact(source.size())), Optional.empty());
    }

    /// Why so many bytes are no document.
    static Optional<Piece> tooLarge(String place, long bytes) {
        return new RecipeDocumentReader()
                .refusalOfSize(bytes)
                .map(refusal -> new Piece.Refused(place, refusal.reason()));
    }

    private static boolean isMarked(byte[] start) {
        return start.length >= BYTE_ORDER_MARK
                && start[0] == (byte) 0xEF
                && start[1] == (byte) 0xBB
                && start[2] == (byte) 0xBF;
    }

    private static int firstVisible(byte[] start, int from) {
        for (int i = from; i < start.length; i++) {
            if (start[i] > ' ' || start[i] < 0) {
                return start[i];
            }
        }
        return 0;
    }
}

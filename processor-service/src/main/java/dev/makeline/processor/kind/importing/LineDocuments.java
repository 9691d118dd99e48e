package dev.makeline.processor.kind.importing;

import dev.makeline.document.DocumentLimits;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;

/// JSON Lines: a document in each line, so that a broken one does not stop the others.
final class LineDocuments {

    private static final int BUFFER = 64 * 1024;

    private final InputStream in;
    private final String place;

    private LineDocuments(InputStream in, String place) {
        this.in = new BufferedInputStream(in, BUFFER);
        this.place = place;
    }

    /// Because of its name, or because its first line ends an object and is not the only one.
    static boolean isLikely(InputStream in, String name) throws IOException {
        if (isNamedSo(name)) {
            return true;
        }
        LineDocuments lines = new LineDocuments(in, "");
        Line first = lines.next();
        while (first.isBlank() && !first.last()) {
            first = lines.next();
        }
        if (first.last() || !first.startsWith('{') || !first.endsWith('}')) {
            return false;
        }
        Line second = lines.next();
        while (second.isBlank() && !second.last()) {
            second = lines.next();
        }
        return second.startsWith('{');
    }

    static boolean isNamedSo(String name) {
        String lowerCase = name.toLowerCase(Locale.ROOT);
        return lowerCase.endsWith(".jsonl") || lowerCase.endsWith(".ndjson");
    }

    static void split(InputStream in, String place, Piece.Taker taker)
            throws IOException, UnfitFileException {
        new LineDocuments(in, place).split(taker);
    }

    private void split(Piece.Taker taker) throws IOException, UnfitFileException {
        boolean last = false;
        for (long number = 1; !last; number++) {
            Line line = next();
            last = line.last();
            if (!line.isBlank()) {
                taker.take(piece(line, number));
            }
        }
    }

    private Piece piece(Line line, long number) {
        String at = Places.join(place, "line " + number);
        Optional<Piece> tooLarge = ImportFile.tooLarge(at, line.length());
        return tooLarge.orElseGet(() -> new Piece.Document(at, line.bytes(), Optional.empty()));
    }

    /// @param bytes of a line that is too long, only its beginning
    /// @param length of all of it
    /// @param last whether the file ends with it
    @SuppressWarnings("ArrayRecordComponent")
    private record Line(byte[] bytes, long length, boolean last) {

        boolean isBlank() {
            for (byte one : bytes) {
                if (one < 0 || one > ' ') {
                    return false;
                }
            }
            return true;
        }

        boolean startsWith(char first) {
            int at = 0;
            while (at < bytes.length && bytes[at] >= 0 && bytes[at] <= ' ') {
                at++;
            }
            return at < bytes.length && bytes[at] == first;
        }

        boolean endsWith(char end) {
            int at = bytes.length - 1;
            while (at >= 0 && bytes[at] >= 0 && bytes[at] <= ' ') {
                at--;
            }
            return at >= 0 && bytes[at] == end;
        }
    }

    private Line next() throws IOException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream(1024);
        long length = 0;
        int octet = in.read();
        while (octet >= 0 && octet != '\n') {
            if (length <= DocumentLimits.PAGE_BYTES) {
                kept.write(octet);
            }
            length++;
            octet = in.read();
        }
        return new Line(kept.toByteArray(), length, octet < 0);
    }
}

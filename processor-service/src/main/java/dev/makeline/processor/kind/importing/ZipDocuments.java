package dev.makeline.processor.kind.importing;

import dev.makeline.document.DocumentLimits;
import dev.makeline.document.RecipeDocumentReader;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/// The entries of an archive, one after the other as they are packed. Sizes are counted while
/// unpacking, never believed; names are data and become no path anywhere.
final class ZipDocuments {

    private static final Pattern OUTSIDE =
            Pattern.compile(
                    "(?:[/\\\\].*|[A-Za-z]:.*|(?:.*[/\\\\])?\\.\\.(?:[/\\\\].*)?)", Pattern.DOTALL);
    private static final Pattern NOT_MEANT =
            Pattern.compile("(?:__MACOSX/.*|(?:.*/)?\\.[^/]*)", Pattern.DOTALL);
    private static final RecipeDocumentReader READER = new RecipeDocumentReader();
    private static final int BUFFER = 32 * 1024;

    private final Counting packed;
    private final Piece.Taker taker;
    private final byte[] buffer = new byte[BUFFER];
    private long unpacked;

    private ZipDocuments(InputStream packed, Piece.Taker taker) {
        this.packed = new Counting(packed);
        this.taker = taker;
    }

    static void split(Source archive, Piece.Taker taker) throws IOException, UnfitFileException {
        ZipEnd end = ZipEnd.of(archive);
        try (InputStream packed = archive.from(0)) {
            int found = new ZipDocuments(packed, taker).split();
            if (!end.fits(found)) {
                throw new UnfitFileException(
                        "The archive says that it has %d entries, but has %d; nothing was imported. Pack it again."
                                .formatted(end.entries(), found));
            }
        }
    }

    /// Names that are not in UTF-8 are shown as if in Latin-1; all Java platforms have that.
    ///
    /// @return how many entries there were, folders and all
    private int split() throws IOException, UnfitFileException {
        String last = "its beginning";
        int entries = 0;
        try (ZipInputStream zip = new ZipInputStream(packed, StandardCharsets.ISO_8859_1)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                last = "“%s”".formatted(Places.shown(entry.getName()));
                if (++entries > ImportLimits.ENTRIES) {
                    throw new UnfitFileException(
                            "The archive has more than %d entries; nothing was imported. Split it."
                                    .formatted(ImportLimits.ENTRIES));
                }
                entry(zip, entry);
            }
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw new UnfitFileException(
                    "The archive is broken, or encrypted, at %s; nothing was imported. Pack it again."
                            .formatted(last));
        }
        return entries;
    }

    private void entry(ZipInputStream zip, ZipEntry entry) throws IOException, UnfitFileException {
        String name = entry.getName();
        String place = Places.shown(name);
        byte[] content = unpack(zip, place);
        if (OUTSIDE.matcher(name).matches()) {
            taker.take(
                    new Piece.Refused(
                            place,
                            "The entry's name leads out of the archive; pack it under a plain name."));
        } else if (!entry.isDirectory() && !NOT_MEANT.matcher(name).matches()) {
            take(name, place, content);
        }
    }

    private void take(String name, String place, byte[] content)
            throws IOException, UnfitFileException {
        Optional<Piece> refused =
                ImportFile.tooLarge(place, content.length).or(() -> refusedByName(name, place));
        if (ImportFile.isArchive(content)) {
            taker.take(
                    new Piece.Refused(place, "The entry is an archive itself; unpack it first."));
        } else if (refused.isPresent()) {
            taker.take(refused.get());
        } else {
            split(name, place, content);
        }
    }

    /// An entry that is broken is refused; the others are not.
    private void split(String name, String place, byte[] content)
            throws IOException, UnfitFileException {
        List<Piece> pieces = new ArrayList<>();
        try {
            ImportFile.split(
                    Source.of(content),
                    name,
                    place,
                    piece -> {
                        pieces.add(piece);
                        ImportLimits.checkDocuments(pieces.size());
                    });
        } catch (UnfitFileException e) {
            pieces.clear();
            pieces.add(new Piece.Refused(place, e.reason()));
        }
        for (Piece piece : pieces) {
            taker.take(piece);
        }
    }

    private static Optional<Piece> refusedByName(String name, String place) {
        if (LineDocuments.isNamedSo(name)) {
            return Optional.empty();
        }
        return READER.refusalOfKey(name).map(refusal -> new Piece.Refused(place, refusal.reason()));
    }

    /// Up to one byte more than a document may have; the rest is only counted.
    private byte[] unpack(ZipInputStream zip, String place) throws IOException, UnfitFileException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
            unpacked += read;
            refuseBomb(place);
            int room = DocumentLimits.PAGE_BYTES + 1 - kept.size();
            kept.write(buffer, 0, Math.min(read, room));
        }
        return kept.toByteArray();
    }

    private void refuseBomb(String place) throws UnfitFileException {
        boolean tooMuch = unpacked > ImportLimits.UNPACKED_BYTES;
        boolean tooDense =
                unpacked > ImportLimits.BEFORE_RATIO
                        && unpacked > ImportLimits.RATIO * packed.count;
        if (tooMuch || tooDense) {
            throw new UnfitFileException(
                    "The archive unpacks to more than recipes do (at “%s”); nothing was imported. Split it, or leave out what is no recipe."
                            .formatted(place));
        }
    }

    private static final class Counting extends FilterInputStream {

        private long count;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int octet = super.read();
            count += octet < 0 ? 0 : 1;
            return octet;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }
}

package dev.makeline.processor.kind.importing;

/// The one place of every limit on a file of many documents. All bound the memory of a task of 96
/// MB, or the time that somebody else's file may take.
final class ImportLimits {

    /// Documents in one file: what is kept of each until the report is written is some 400 bytes.
    static final int DOCUMENTS = 20_000;

    /// Bytes of the file itself: 256 MiB, which a task has on its disk.
    static final long FILE_BYTES = 256L << 20;

    /// Bytes of everything in an archive once unpacked: 512 MiB, thirteen times what the largest
    /// number of common recipes takes.
    static final long UNPACKED_BYTES = 512L << 20;

    /// How many times its packed size an archive may unpack to, once it has unpacked
    /// [#BEFORE_RATIO]. Recipes pack to a fifth, and many alike to a thirtieth; bombs begin at a
    /// thousandth.
    static final int RATIO = 200;

    static final long BEFORE_RATIO = 8L << 20;

    /// Entries of an archive, folders and all.
    static final int ENTRIES = 50_000;

    /// Objects and lists inside one another around the documents. What is inside of a document has
    /// a smaller limit of its own.
    static final int DEPTH = 500;

    private ImportLimits() {}

    static void checkDocuments(int documents) throws UnfitFileException {
        if (documents > DOCUMENTS) {
            throw new UnfitFileException(
                    "There are more than %d documents; nothing was imported. Split the file."
                            .formatted(DOCUMENTS));
        }
    }
}

package dev.makeline.processor.kind.importing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The record at the end of an archive. An archive without it was cut off, which reading entry by
/// entry does not always show.
///
/// @param entries as the archive says, of very many only the last 16 bits
record ZipEnd(int entries) {

    private static final int SIGNATURE = 0x06054b50;
    private static final int LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int ENTRIES_AT = 10;

    static ZipEnd of(Source archive) throws IOException, UnfitFileException {
        int length = (int) Math.min(archive.size(), LENGTH + LONGEST_COMMENT);
        ByteBuffer tail =
                ByteBuffer.wrap(archive.slice(archive.size() - length, length))
                        .order(ByteOrder.LITTLE_ENDIAN);
        for (int at = length - LENGTH; at >= 0; at--) {
            if (tail.getInt(at) == SIGNATURE) {
                return new ZipEnd(tail.getShort(at + ENTRIES_AT) & 0xFFFF);
            }
        }
        throw new UnfitFileException(
                "The archive was cut off: its end is missing, and nothing was imported. Send it again.");
    }

    /// @param found how many there were
    boolean fits(int found) {
        return (found & 0xFFFF) == entries || entries == 0xFFFF;
    }
}

package dev.makeline.server.file;

/// How much more, or less, of the quota an owner uses.
///
/// @param pending uploads that were not completed
public record Usage(long bytes, int files, int pending) {

    /// Of a new upload.
    public static Usage reserved(Upload upload) {
        return new Usage(upload.claim().size(), upload.isFirst() ? 1 : 0, 1);
    }

    /// Of an upload that never became a version.
    public static Usage released(Upload upload) {
        return new Usage(-upload.claim().size(), upload.isFirst() ? -1 : 0, -1);
    }

    /// Of an upload that became a version: its bytes stay.
    public static Usage completed() {
        return new Usage(0, 0, -1);
    }

    /// Of a file whose versions go.
    public static Usage purged(StoredFile file) {
        return new Usage(-file.keptBytes(), -1, 0);
    }

    boolean isReservation() {
        return bytes > 0 || files > 0 || pending > 0;
    }
}

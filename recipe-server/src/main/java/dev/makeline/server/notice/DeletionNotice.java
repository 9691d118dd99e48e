package dev.makeline.server.notice;

import dev.makeline.server.audit.VisibleText;
import java.time.Instant;
import java.util.regex.Pattern;

/// That a file was deleted. Texts of others are made visible, so that a file's name can add no line
/// and no header to what is told.
///
/// @param deletionId the key by which a receiver knows a notice that it got already
/// @param deletedBy an owner id
/// @param deletedAt UTC
/// @param what `trash` or `purge`, or what a newer version writes
public record DeletionNotice(
        String deletionId,
        String fileId,
        String fileName,
        String ownerId,
        String deletedBy,
        Instant deletedAt,
        String what) {

    public static final String TRASH = "trash";
    public static final String PURGE = "purge";

    private static final int LONGEST = 300;

    /// Names a file of a folder and a header of a mail: nothing else may stand in it.
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,80}");

    public DeletionNotice {
        if (!ID.matcher(deletionId).matches() || !ID.matcher(fileId).matches()) {
            throw new IllegalArgumentException(
                    "Neither a deletion nor a file has the id '%s' or '%s'"
                            .formatted(deletionId, fileId));
        }
        fileName = VisibleText.of(fileName, LONGEST);
        ownerId = VisibleText.of(ownerId, LONGEST);
        deletedBy = VisibleText.of(deletedBy, LONGEST);
        what = VisibleText.of(what, LONGEST);
    }

    /// One line, the same for every notice of its kind.
    String subject() {
        return switch (what) {
            case TRASH -> "A file was moved to the trash";
            case PURGE -> "A file was deleted for good";
            default -> "A file was deleted";
        };
    }

    /// The same for every repetition.
    String text() {
        return """
        %s.

        File:        %s
        File id:     %s
        Owner:       %s
        Deleted by:  %s
        Deleted at:  %s
        Deletion:    %s
        """
                .formatted(subject(), fileName, fileId, ownerId, deletedBy, deletedAt, deletionId);
    }
}

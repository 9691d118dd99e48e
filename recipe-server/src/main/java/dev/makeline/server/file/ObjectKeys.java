package dev.makeline.server.file;

import dev.makeline.protocol.ContentId;
import dev.makeline.protocol.FileId;

/// Keys in the files bucket, all of the server's choice: `uploads/…` for what a form brings until
/// it is checked, `files/…` for good.
public final class ObjectKeys {

    private static final String HOLDING = "uploads/";
    private static final String FINAL = "files/";

    private ObjectKeys() {}

    static String holding(FileId file, ContentId content) {
        return HOLDING + file.value() + '/' + content.value();
    }

    static String ofContent(FileId file, ContentId content) {
        return ofFile(file) + content.value();
    }

    /// What the keys of all contents of a file begin with.
    public static String ofFile(FileId file) {
        return FINAL + file.value() + '/';
    }
}

package dev.makeline.server.file.upload;

import dev.makeline.server.file.StoredFile;

/// What became of an attempt to make a version of an upload.
public sealed interface Completion {

    record Published(StoredFile file) implements Completion {}

    /// The content is not there yet.
    record NotThere() implements Completion {}

    /// It can never become a version.
    record Refused(String reason) implements Completion {}

    /// The file that it was meant for has changed, was deleted or is gone.
    record Overtaken() implements Completion {}
}

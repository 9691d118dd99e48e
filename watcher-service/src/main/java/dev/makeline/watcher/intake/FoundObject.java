package dev.makeline.watcher.intake;

import dev.makeline.protocol.ObjectVersion;
import dev.makeline.protocol.Traceparent;
import dev.makeline.protocol.UploadJob;
import java.time.Instant;
import java.util.Optional;

/// One object version as an event or a listing names it.
///
/// @param size bytes
/// @param sequencer S3's order of events of one key; absent in a listing
public record FoundObject(ObjectVersion version, long size, Optional<String> sequencer) {

    public FoundObject {
        if (size < 0) {
            throw new IllegalArgumentException("An object's size cannot be negative: " + size);
        }
    }

    /// Consoles make an empty object to show a folder; it is no document.
    public boolean isFolderMarker() {
        return size == 0 && version.key().endsWith("/");
    }

    /// Starts the trace that follows this object to its stored make.
    public UploadJob toJob(Instant foundAt) {
        return UploadJob.of(version, size, sequencer, foundAt, Traceparent.start());
    }
}

package dev.makeline.watcher.events;

import java.util.Locale;

/// Why an event, or an object that it names, needs no upload job.
enum Ignored {
    TEST_EVENT,

    /// Anything but the creation of an object.
    OTHER_EVENT,
    FOLDER_MARKER,
    OTHER_BUCKET;

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package dev.makeline.server.file.catalog;

import dev.makeline.server.file.FileSettings;
import dev.makeline.server.file.FileStore;
import dev.makeline.server.file.FileStore.Written;
import dev.makeline.server.file.FileVersion;
import dev.makeline.server.file.StoredFile;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Changes of a file that bring no new content. Thread-safe.
@Singleton
final class FileChanges {

    private final FileStore store;
    private final FileSettings settings;
    private final InstantSource clock;

    FileChanges(FileStore store, FileSettings settings, InstantSource clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /// @return what it is now; empty when it has changed meanwhile
    Optional<StoredFile> describe(StoredFile file, String name, String description) {
        StoredFile next = file.described(name, description, now());
        return store.write(store.transaction().replace(file, next)) == Written.DONE
                ? Optional.of(next)
                : Optional.empty();
    }

    /// The content of an earlier version becomes the next version.
    ///
    /// @return what it is now; empty when it has changed meanwhile
    Optional<StoredFile> restore(StoredFile file, FileVersion earlier) {
        if (file.versions() >= settings.versionsPerFile()) {
            throw new ProblemException(
                    ProblemType.QUOTA_EXCEEDED,
                    "This file has %d versions, the most that a file may have."
                            .formatted(file.versions()));
        }
        FileVersion version =
                new FileVersion(
                        file.id(),
                        file.versions() + 1,
                        earlier.content(),
                        earlier.claim(),
                        now(),
                        Optional.of(earlier.number()));
        StoredFile next = file.republished(version);
        return store.write(store.transaction().replace(file, next).add(version)) == Written.DONE
                ? Optional.of(next)
                : Optional.empty();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}

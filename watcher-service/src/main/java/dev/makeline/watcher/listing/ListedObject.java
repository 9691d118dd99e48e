package dev.makeline.watcher.listing;

import dev.makeline.watcher.intake.FoundObject;
import java.time.Instant;

/// One object version of a listing.
///
/// @param lastModified UTC by the store's clock, whole seconds; of a multipart upload the time it
///   was begun
record ListedObject(FoundObject object, Instant lastModified) {}

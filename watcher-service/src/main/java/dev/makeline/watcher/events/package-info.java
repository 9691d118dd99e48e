/// S3 event notifications: read, queued, acknowledged. Depends on intake and loop.
@NullMarked
package dev.makeline.watcher.events;

import org.jspecify.annotations.NullMarked;

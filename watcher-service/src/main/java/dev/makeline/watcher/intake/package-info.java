/// The one way into the pipeline that events, listing and stranded rows share: ledger row first,
/// upload job second. Depends on protocol.
@NullMarked
package dev.makeline.watcher.intake;

import org.jspecify.annotations.NullMarked;

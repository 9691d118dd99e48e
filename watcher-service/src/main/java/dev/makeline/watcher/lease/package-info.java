/// A row in the ledger's table that lets one watcher at a time do a thing. Depends on protocol and
/// operations.
@NullMarked
package dev.makeline.watcher.lease;

import org.jspecify.annotations.NullMarked;

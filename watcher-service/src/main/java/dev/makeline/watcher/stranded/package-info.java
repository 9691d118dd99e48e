/// Ledger rows whose upload job was lost, sent again. Depends on intake and lease.
@NullMarked
package dev.makeline.watcher.stranded;

import org.jspecify.annotations.NullMarked;

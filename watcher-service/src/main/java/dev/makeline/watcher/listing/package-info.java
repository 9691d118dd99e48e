/// The reconciling listing, which finds what no event announced. Depends on intake and lease.
@NullMarked
package dev.makeline.watcher.listing;

import org.jspecify.annotations.NullMarked;

/// Writing several rows of the accounts table at once, all or none. Depends on problem alone.
@NullMarked
package dev.makeline.server.atomic;

import org.jspecify.annotations.NullMarked;

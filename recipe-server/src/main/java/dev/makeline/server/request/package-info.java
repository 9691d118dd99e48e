/// What every request shares: its trace, its share of the server, cursors, preconditions and
/// idempotency keys. Depends on access and problem.
@NullMarked
package dev.makeline.server.request;

import org.jspecify.annotations.NullMarked;

/// Tells the administrators of every deletion of a file. The notices are written by whoever
/// deletes, in the same transaction; this package delivers them. Depends on audit and on the shared
/// tables.
@NullMarked
package dev.makeline.server.notice;

import org.jspecify.annotations.NullMarked;

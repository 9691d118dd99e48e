/// Tells the administrators of every deletion of a file. The notices are written by whoever
/// deletes, in the same transaction; this package delivers them. Depends on account, audit and
/// mail.
@NullMarked
package dev.makeline.server.notice;

import org.jspecify.annotations.NullMarked;

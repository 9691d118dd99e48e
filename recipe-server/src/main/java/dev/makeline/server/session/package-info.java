/// Browsers' sessions, and the list of a person's log ins. Depends on access, account, audit,
/// problem and token.
@NullMarked
package dev.makeline.server.session;

import org.jspecify.annotations.NullMarked;

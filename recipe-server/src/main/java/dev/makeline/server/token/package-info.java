/// Tokens and log ins of people: issued, refreshed, listed and ended. Depends on access, account,
/// atomic, audit, problem and request.
@NullMarked
package dev.makeline.server.token;

import org.jspecify.annotations.NullMarked;

/// Passwords: what one must be, and how it is kept and compared. Knows nobody's account. Depends on
/// no other feature.
@NullMarked
package dev.makeline.server.password;

import org.jspecify.annotations.NullMarked;

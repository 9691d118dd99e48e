/// The command line: `up`, `demo`, `token`, `status`, `down`. Depends on picocli and on every other
/// package of this module; nothing depends on it.
@NullMarked
package dev.makeline.launcher;

import org.jspecify.annotations.NullMarked;

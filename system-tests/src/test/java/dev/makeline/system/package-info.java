/// The whole product from outside: each package is one question that is put to real processes. May
/// depend on everything; nothing depends on it.
@NullMarked
package dev.makeline.system;

import org.jspecify.annotations.NullMarked;

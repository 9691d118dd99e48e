/// The rules of CONTRIBUTING.md and ARCHITECTURE.md about what may depend on what. Depends on every
/// module, as classes.
@NullMarked
package dev.makeline.system.architecture;

import org.jspecify.annotations.NullMarked;

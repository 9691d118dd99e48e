/// What becomes of files that people drop, however they do it. Depends on a running instance.
@NullMarked
package dev.makeline.system.intake;

import org.jspecify.annotations.NullMarked;

/// What bad input gets: one clear rejection each, nothing held up, no service dead. Depends on a
/// running instance.
@NullMarked
package dev.makeline.system.refusal;

import org.jspecify.annotations.NullMarked;

/// The task itself: claims one attempt, works, and records how it ended. Depends on kind and grant.
@NullMarked
package dev.makeline.processor.run;

import org.jspecify.annotations.NullMarked;

/// Repeated turns of one activity. Depends on nothing of this service.
@NullMarked
package dev.makeline.processor.loop;

import org.jspecify.annotations.NullMarked;

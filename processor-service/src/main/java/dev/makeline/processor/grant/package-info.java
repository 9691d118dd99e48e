/// What a dispatcher gives a task so that it may read and write the objects of its job and no
/// others. Depends on nothing of this service.
@NullMarked
package dev.makeline.processor.grant;

import org.jspecify.annotations.NullMarked;

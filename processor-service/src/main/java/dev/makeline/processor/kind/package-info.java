/// The kinds of jobs: what is done with a file. Depends on nothing of this service.
@NullMarked
package dev.makeline.processor.kind;

import org.jspecify.annotations.NullMarked;

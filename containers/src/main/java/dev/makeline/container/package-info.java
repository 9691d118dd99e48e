/// What every image holds beside its service. Depends on the JDK alone.
@NullMarked
package dev.makeline.container;

import org.jspecify.annotations.NullMarked;

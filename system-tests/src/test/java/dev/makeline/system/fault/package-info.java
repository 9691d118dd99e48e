/// Causes the faults that the stand-ins never show by themselves. Depends on the JDK alone.
@NullMarked
package dev.makeline.system.fault;

import org.jspecify.annotations.NullMarked;

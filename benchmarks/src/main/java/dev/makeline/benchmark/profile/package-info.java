/// Reads what Java Flight Recorder wrote while a process ran. Depends on the JDK alone.
@NullMarked
package dev.makeline.benchmark.profile;

import org.jspecify.annotations.NullMarked;

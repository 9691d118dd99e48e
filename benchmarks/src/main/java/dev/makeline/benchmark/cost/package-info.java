/// Dollars, from what was measured and one price table. Pure functions over records; depends on
/// nothing but the JDK.
@NullMarked
package dev.makeline.benchmark.cost;

import org.jspecify.annotations.NullMarked;

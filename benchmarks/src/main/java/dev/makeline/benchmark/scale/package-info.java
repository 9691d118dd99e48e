/// What breaks first when more makes come: limits of AWS and of our own, ceilings by closed form,
/// and a simulation in steps of a second. Pure functions over records; depends on nothing but the
/// JDK.
@NullMarked
package dev.makeline.benchmark.scale;

import org.jspecify.annotations.NullMarked;

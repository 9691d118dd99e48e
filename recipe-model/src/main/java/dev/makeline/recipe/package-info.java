/// A recipe, and the comparison of a make with it. Pure functions over records; depends on the JDK
/// alone.
@NullMarked
package dev.makeline.recipe;

import org.jspecify.annotations.NullMarked;

/// Kitchen amounts: exact numbers, units and how they convert. Pure values; depends on the JDK
/// alone.
@NullMarked
package dev.makeline.recipe.quantity;

import org.jspecify.annotations.NullMarked;

/// Reads what people write as one line of ingredients. Pure functions; depends on `recipe.quantity`
/// and the JDK alone.
@NullMarked
package dev.makeline.recipe.line;

import org.jspecify.annotations.NullMarked;

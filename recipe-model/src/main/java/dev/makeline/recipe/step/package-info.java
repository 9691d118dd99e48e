/// Compares the steps of two recipes: which stands for which, and what changed inside. Pure
/// functions; depends on `recipe.quantity` and the JDK alone.
@NullMarked
package dev.makeline.recipe.step;

import org.jspecify.annotations.NullMarked;

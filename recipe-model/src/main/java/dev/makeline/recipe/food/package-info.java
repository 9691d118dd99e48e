/// What is known about foods: which names mean the same food, which foods stand for each other, and
/// which allergens they have. Pure functions over a table of our own; depends on the JDK alone.
@NullMarked
package dev.makeline.recipe.food;

import org.jspecify.annotations.NullMarked;

/// What was done differently in a make, judged. Pure functions over recipes; depends on the JDK and
/// the other packages of the model.
@NullMarked
package dev.makeline.recipe.compare;

import org.jspecify.annotations.NullMarked;

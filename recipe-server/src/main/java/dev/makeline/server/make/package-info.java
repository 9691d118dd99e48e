/// Makes of a recipe and their comparison with one revision. Depends on recipe, request, access,
/// audit and problem.
@NullMarked
package dev.makeline.server.make;

import org.jspecify.annotations.NullMarked;

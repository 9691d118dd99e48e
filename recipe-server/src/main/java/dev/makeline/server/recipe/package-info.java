/// Recipes and their immutable revisions. Depends on memory, request, access, audit and problem.
@NullMarked
package dev.makeline.server.recipe;

import org.jspecify.annotations.NullMarked;

/// Recipes and their immutable revisions. Depends on memory, request, access and problem.
@NullMarked
package dev.makeline.server.recipe;

import org.jspecify.annotations.NullMarked;

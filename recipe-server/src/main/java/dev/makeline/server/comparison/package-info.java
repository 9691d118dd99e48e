/// Comparing documents that are not kept. May depend on recipe, request, problem and access.
@NullMarked
package dev.makeline.server.comparison;

import org.jspecify.annotations.NullMarked;

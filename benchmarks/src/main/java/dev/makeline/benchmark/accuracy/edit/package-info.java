/// Changes a recipe in known ways, so that what a comparison should find is known. May depend on
/// drafts, rewritings and claims.
@NullMarked
package dev.makeline.benchmark.accuracy.edit;

import org.jspecify.annotations.NullMarked;

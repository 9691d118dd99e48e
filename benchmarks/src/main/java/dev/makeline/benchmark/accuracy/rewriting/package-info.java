/// Writes a recipe in other words that mean the same. May depend on drafts and on recipe-model.
@NullMarked
package dev.makeline.benchmark.accuracy.rewriting;

import org.jspecify.annotations.NullMarked;

/// Recipes in the parts that can be rewritten and edited: composed from the project's own lists, or
/// read from recipes that are given. May depend on recipe-model and recipe-documents.
@NullMarked
package dev.makeline.benchmark.accuracy.draft;

import org.jspecify.annotations.NullMarked;

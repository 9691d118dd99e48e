/// How right Makeline is: what the comparison and the readings make of pairs whose differences are
/// known and of labelled data. May depend on recipe-model, recipe-documents and its own packages.
@NullMarked
package dev.makeline.benchmark.accuracy;

import org.jspecify.annotations.NullMarked;

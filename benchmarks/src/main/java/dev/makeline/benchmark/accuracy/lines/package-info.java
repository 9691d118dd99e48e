/// How ingredient lines are read, held against what people saw in them. May depend on recipe-model.
@NullMarked
package dev.makeline.benchmark.accuracy.lines;

import org.jspecify.annotations.NullMarked;

/// What the comparison claims, held against what is true. Depends on recipe-model alone.
@NullMarked
package dev.makeline.benchmark.accuracy.score;

import org.jspecify.annotations.NullMarked;

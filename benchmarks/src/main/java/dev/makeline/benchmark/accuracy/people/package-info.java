/// Changes that people made to recipes, with labels made by hand. May depend on claims alone.
@NullMarked
package dev.makeline.benchmark.accuracy.people;

import org.jspecify.annotations.NullMarked;

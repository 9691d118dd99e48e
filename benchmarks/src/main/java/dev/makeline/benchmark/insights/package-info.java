/// What the figures of a recipe cost to read, with few makes and with many.
@NullMarked
package dev.makeline.benchmark.insights;

import org.jspecify.annotations.NullMarked;

/// What a list of a few files costs, for an owner alone and among the files of many others.
@NullMarked
package dev.makeline.benchmark.listing;

import org.jspecify.annotations.NullMarked;

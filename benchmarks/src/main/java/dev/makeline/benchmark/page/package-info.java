/// The pages as a browser gets them: how soon, how heavy, and how soon they show what is new.
@NullMarked
package dev.makeline.benchmark.page;

import org.jspecify.annotations.NullMarked;

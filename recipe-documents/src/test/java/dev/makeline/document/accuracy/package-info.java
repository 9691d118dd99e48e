/// Measures how exactly the recipes of real pages are read.
@NullMarked
package dev.makeline.document.accuracy;

import org.jspecify.annotations.NullMarked;

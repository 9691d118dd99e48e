/// Finding recipes by their names: one search reads a bounded number of names in the order of the
/// recipes, and offers to go on where it ended. There is no index of words, which would have to be
/// kept with every change. Depends on recipe, access and page.layout.
@NullMarked
package dev.makeline.server.page.search;

import org.jspecify.annotations.NullMarked;

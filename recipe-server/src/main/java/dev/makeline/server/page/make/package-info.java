/// The page of one make beside its recipe, and of many makes in one table. Depends on access, make,
/// page.difference, page.layout, problem and recipe.
@NullMarked
package dev.makeline.server.page.make;

import org.jspecify.annotations.NullMarked;

/// The list of recipes, and the page of one with its revisions and makes. Depends on access, make,
/// page.difference, page.layout, problem, recipe and request.
@NullMarked
package dev.makeline.server.page.recipe;

import org.jspecify.annotations.NullMarked;

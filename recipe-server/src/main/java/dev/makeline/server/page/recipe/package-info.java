/// The list of recipes, and the page of one with its revisions and makes. Depends on access,
/// insight, make, page.difference, page.insight, page.layout, problem, recipe and request.
@NullMarked
package dev.makeline.server.page.recipe;

import org.jspecify.annotations.NullMarked;

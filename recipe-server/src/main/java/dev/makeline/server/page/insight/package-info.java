/// The pictures of a recipe's figures, drawn by the server as numbers that templates put into SVG.
/// Pure functions of what `/v1/recipes/{recipeId}/insights` answers. Depends on insight and
/// page.difference.
@NullMarked
package dev.makeline.server.page.insight;

import org.jspecify.annotations.NullMarked;

/// Two documents side by side, their differences marked in place. Pure: depends on the recipe model
/// alone.
@NullMarked
package dev.makeline.server.page.difference;

import org.jspecify.annotations.NullMarked;

/// Figures of recipes that are kept as their makes arrive, and the makes of the last days. Depends
/// on recipe, make, access, docs, problem and request.
@NullMarked
package dev.makeline.server.insight;

import org.jspecify.annotations.NullMarked;

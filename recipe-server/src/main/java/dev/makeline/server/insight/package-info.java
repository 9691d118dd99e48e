/// Figures of recipes that are kept as their makes arrive, and the makes of the last days. Depends
/// on recipe, make, access, audit, docs, problem, request and shard.
@NullMarked
package dev.makeline.server.insight;

import org.jspecify.annotations.NullMarked;

/// What became of every object: submissions, the ledger's rows, what waits for a recipe. Depends on
/// recipe, make, access, audit, memory and shard.
@NullMarked
package dev.makeline.server.intake;

import org.jspecify.annotations.NullMarked;

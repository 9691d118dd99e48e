/// What became of every object: submissions, the ledger's rows, what waits for a recipe. Depends on
/// recipe and make.
@NullMarked
package dev.makeline.server.intake;

import org.jspecify.annotations.NullMarked;

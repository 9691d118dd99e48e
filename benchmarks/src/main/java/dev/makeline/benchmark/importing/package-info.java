/// Imports a file of many documents by a job, from the order to the last make that is compared.
@NullMarked
package dev.makeline.benchmark.importing;

import org.jspecify.annotations.NullMarked;

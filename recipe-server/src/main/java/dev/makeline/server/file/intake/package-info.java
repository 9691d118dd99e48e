/// Recipe documents among the files, sent to the intake. Depends on file, file.request, file.store,
/// access, audit and problem.
@NullMarked
package dev.makeline.server.file.intake;

import org.jspecify.annotations.NullMarked;

/// Deleting files to the trash, restoring and purging them, and the notice of each deletion.
/// Depends on file, file.request, file.store, access, account, audit, notice and problem.
@NullMarked
package dev.makeline.server.file.trash;

import org.jspecify.annotations.NullMarked;

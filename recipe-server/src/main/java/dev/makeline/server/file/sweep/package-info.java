/// The loop that ends abandoned uploads, removes what is left over and empties the trash. Depends
/// on file, file.request, file.store, file.upload, file.trash, access and audit.
@NullMarked
package dev.makeline.server.file.sweep;

import org.jspecify.annotations.NullMarked;

/// The loop that ends abandoned uploads, removes what is left over and empties the trash. Depends
/// on file, file.upload and file.trash.
@NullMarked
package dev.makeline.server.file.sweep;

import org.jspecify.annotations.NullMarked;

/// Files as they are listed, shown, described and taken back to earlier versions. Depends on file,
/// file.request, file.store, file.upload, access, audit, problem and request.
@NullMarked
package dev.makeline.server.file.catalog;

import org.jspecify.annotations.NullMarked;

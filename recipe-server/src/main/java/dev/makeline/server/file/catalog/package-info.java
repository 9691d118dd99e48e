/// Files as they are listed, shown, described and taken back to earlier versions. Depends on file,
/// file.upload and account.
@NullMarked
package dev.makeline.server.file.catalog;

import org.jspecify.annotations.NullMarked;

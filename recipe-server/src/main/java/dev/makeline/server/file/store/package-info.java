/// Where files are kept: rows in the files table, contents in the files bucket. Depends on file,
/// access, problem and request.
@NullMarked
package dev.makeline.server.file.store;

import org.jspecify.annotations.NullMarked;

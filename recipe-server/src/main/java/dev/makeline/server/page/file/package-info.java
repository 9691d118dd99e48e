/// The pages of files: the list, and one file with its text, versions and what became of it.
/// Depends on file, access, request and page.layout.
@NullMarked
package dev.makeline.server.page.file;

import org.jspecify.annotations.NullMarked;

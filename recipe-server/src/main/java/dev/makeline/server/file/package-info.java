/// Files of people and programs: what a file, its versions and its uploads are, and which changes
/// they allow. Depends on access.
@NullMarked
package dev.makeline.server.file;

import org.jspecify.annotations.NullMarked;

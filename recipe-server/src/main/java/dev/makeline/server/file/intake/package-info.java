/// Recipe documents among the files, sent to the intake. Depends on file.
@NullMarked
package dev.makeline.server.file.intake;

import org.jspecify.annotations.NullMarked;

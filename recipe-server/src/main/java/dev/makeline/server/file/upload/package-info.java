/// How content comes in: forms that browsers send straight to S3, small contents through the
/// server, and the check that makes a file of an upload. Depends on file.
@NullMarked
package dev.makeline.server.file.upload;

import org.jspecify.annotations.NullMarked;

/// How content comes in: forms that browsers send straight to S3, small contents through the
/// server, and the check that makes a version of an upload. Depends on file, file.request,
/// file.store, access, audit, problem and request.
@NullMarked
package dev.makeline.server.file.upload;

import org.jspecify.annotations.NullMarked;

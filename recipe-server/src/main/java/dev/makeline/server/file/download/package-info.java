/// How content goes out: through the server, or by a link that is valid for a minute. Depends on
/// file, file.request, file.store, access, audit, problem and request.
@NullMarked
package dev.makeline.server.file.download;

import org.jspecify.annotations.NullMarked;

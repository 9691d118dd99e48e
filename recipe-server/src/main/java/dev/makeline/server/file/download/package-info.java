/// How content goes out: through the server, or by a link that is valid for a minute. Depends on
/// file.
@NullMarked
package dev.makeline.server.file.download;

import org.jspecify.annotations.NullMarked;

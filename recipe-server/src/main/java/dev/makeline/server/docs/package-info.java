/// The OpenAPI file and the page that shows it. Depends on access.
@NullMarked
package dev.makeline.server.docs;

import org.jspecify.annotations.NullMarked;

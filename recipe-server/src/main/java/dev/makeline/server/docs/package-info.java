/// The OpenAPI file and the page that shows it. Depends on access and problem.
@NullMarked
package dev.makeline.server.docs;

import org.jspecify.annotations.NullMarked;

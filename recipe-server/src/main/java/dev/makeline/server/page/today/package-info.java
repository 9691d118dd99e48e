/// What happened lately, exceptions first. Depends on access, make, page.layout and request.
@NullMarked
package dev.makeline.server.page.today;

import org.jspecify.annotations.NullMarked;

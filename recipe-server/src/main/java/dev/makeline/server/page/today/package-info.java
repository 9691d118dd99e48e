/// What happened lately, exceptions first, and live. Depends on access, administration, insight,
/// intake, make, memory, page.difference, page.layout, problem, recipe and request.
@NullMarked
package dev.makeline.server.page.today;

import org.jspecify.annotations.NullMarked;

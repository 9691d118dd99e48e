/// The page of the intake: what became of every object. Depends on intake, access and page.layout.
@NullMarked
package dev.makeline.server.page.intake;

import org.jspecify.annotations.NullMarked;

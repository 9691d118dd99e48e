/// The service whole, against local AWS and a recipe server made by hand.
@NullMarked
package dev.makeline.sender;

import org.jspecify.annotations.NullMarked;

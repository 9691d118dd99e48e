@NullMarked
package dev.makeline.sender.delivery;

import org.jspecify.annotations.NullMarked;

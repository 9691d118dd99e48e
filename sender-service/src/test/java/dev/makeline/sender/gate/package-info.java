@NullMarked
package dev.makeline.sender.gate;

import org.jspecify.annotations.NullMarked;

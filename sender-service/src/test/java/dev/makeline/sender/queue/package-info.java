@NullMarked
package dev.makeline.sender.queue;

import org.jspecify.annotations.NullMarked;

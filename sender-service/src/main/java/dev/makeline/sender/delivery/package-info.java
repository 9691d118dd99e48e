/// What becomes of one upload job: fetch its object, read it, submit it; every outcome is a value.
/// Knows S3 and recipe-server, not the queue.
@NullMarked
package dev.makeline.sender.delivery;

import org.jspecify.annotations.NullMarked;

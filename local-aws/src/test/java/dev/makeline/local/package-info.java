/// Tests of the embedded stand-in for AWS against the AWS SDK, on free ports of loopback.
@NullMarked
package dev.makeline.local;

import org.jspecify.annotations.NullMarked;

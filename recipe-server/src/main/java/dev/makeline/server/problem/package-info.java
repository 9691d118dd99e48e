/// Every error as RFC 9457 problem JSON. Depends on no other feature.
@NullMarked
package dev.makeline.server.problem;

import org.jspecify.annotations.NullMarked;

/// Jobs as people order, watch and cancel them; processor-service does the work. Depends on
/// file.request, access, audit, problem and request.
@NullMarked
package dev.makeline.server.job;

import org.jspecify.annotations.NullMarked;

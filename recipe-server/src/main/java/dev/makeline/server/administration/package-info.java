/// What administrators see of the others: the audit log. Depends on access, audit, problem and
/// request.
@NullMarked
package dev.makeline.server.administration;

import org.jspecify.annotations.NullMarked;

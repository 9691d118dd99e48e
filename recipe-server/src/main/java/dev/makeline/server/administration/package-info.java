/// What administrators see of the others and of the installation: the audit log and the health of
/// the services. Depends on access, audit, problem and request.
@NullMarked
package dev.makeline.server.administration;

import org.jspecify.annotations.NullMarked;

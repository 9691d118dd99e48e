/// People: their accounts, names, roles and passwords. Depends on access, audit, problem and
/// request.
@NullMarked
package dev.makeline.server.account;

import org.jspecify.annotations.NullMarked;

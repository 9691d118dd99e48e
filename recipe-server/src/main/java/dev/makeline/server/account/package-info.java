/// People: their accounts, names, roles and passwords. Depends on access, atomic, audit, mail,
/// password, problem, request and throttle.
@NullMarked
package dev.makeline.server.account;

import org.jspecify.annotations.NullMarked;

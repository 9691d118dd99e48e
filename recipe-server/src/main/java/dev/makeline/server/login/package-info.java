/// Logging in with a password, and out. Depends on access, account, audit, problem, request,
/// session and token.
@NullMarked
package dev.makeline.server.login;

import org.jspecify.annotations.NullMarked;

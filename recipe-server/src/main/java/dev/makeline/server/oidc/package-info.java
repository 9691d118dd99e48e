/// Logging in with an OpenID Connect provider. Depends on access, account, atomic, audit, memory,
/// problem, request and session.
@NullMarked
package dev.makeline.server.oidc;

import org.jspecify.annotations.NullMarked;

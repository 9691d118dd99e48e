/// Logging in with an OpenID Connect provider. Depends on access, account, audit, problem, session
/// and token.
@NullMarked
package dev.makeline.server.oidc;

import org.jspecify.annotations.NullMarked;

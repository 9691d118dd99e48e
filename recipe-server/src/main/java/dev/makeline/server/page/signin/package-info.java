/// The pages on which people sign in, register and sign out. Depends on access, account, login,
/// oidc, page.layout, problem and request.
@NullMarked
package dev.makeline.server.page.signin;

import org.jspecify.annotations.NullMarked;

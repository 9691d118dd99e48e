/// The page of a person's own account: names, password, tokens for programs, and where they are
/// logged in. Depends on account, token, session, access and page.layout.
@NullMarked
package dev.makeline.server.page.account;

import org.jspecify.annotations.NullMarked;

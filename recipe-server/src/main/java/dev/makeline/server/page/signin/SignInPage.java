package dev.makeline.server.page.signin;

import java.util.Optional;

/// Where somebody signs in.
///
/// @param next where to go then; a path of this server
/// @param username as it was written before
/// @param objection why they are not signed in yet
/// @param registered whether they come from registering
/// @param signedOut whether they have just signed out
/// @param withProvider whether an identity provider signs people in, too
public record SignInPage(
        String next,
        String username,
        Optional<String> objection,
        boolean registered,
        boolean signedOut,
        boolean withProvider) {}

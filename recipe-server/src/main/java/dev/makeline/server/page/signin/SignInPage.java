package dev.makeline.server.page.signin;

import java.util.Optional;

/// Where somebody signs in.
///
/// @param next where to go then; a path of this server
/// @param username as it was written before
/// @param objection why they are not signed in yet
/// @param news what they did before they came here
/// @param withProvider whether an identity provider signs people in, too
public record SignInPage(
        String next,
        String username,
        Optional<String> objection,
        Optional<String> news,
        boolean withProvider) {

    /// One of these sentences, so that a link cannot put words into the page.
    ///
    /// @param after what led here
    static Optional<String> news(Optional<String> after) {
        return after.flatMap(what ->
                switch (what) {
                    case "registering" ->
                            Optional.of(
                                    "If the username and the e-mail address were free, your account is ready: sign in. A mail tells more.");
                    case "asking" ->
                            Optional.of(
                                    "If somebody has an account with this e-mail address, a mail with a link is on its way.");
                    case "setting-a-password" ->
                            Optional.of(
                                    "The password is set: sign in with it. Every log in before has ended.");
                    case "signing-out" -> Optional.of("You are signed out.");
                    default -> Optional.empty();
                });
    }
}

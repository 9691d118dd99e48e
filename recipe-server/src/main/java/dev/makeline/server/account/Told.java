package dev.makeline.server.account;

import io.swagger.v3.oas.annotations.media.Schema;

/// An answer that is the same whatever was found.
@Schema(name = "Message")
record Told(String message) {

    static final Told OF_REGISTRATION =
            new Told(
                    "If the username and the e-mail address were free, the account is ready: log in. A mail to that address tells more.");

    static final Told OF_RESET =
            new Told(
                    "If somebody has an account with this e-mail address, a mail with a link is on its way.");
}

package dev.makeline.server.account;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.net.URI;
import java.time.Duration;

/// @param publicUrl where people reach this server; links in mails begin with it
/// @param resetLinkGoodFor how long a link to set a new password opens anything
@ConfigurationProperties("makeline.accounts")
record AccountSettings(URI publicUrl, Duration resetLinkGoodFor) {

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(24);

    AccountSettings {
        if (publicUrl.getHost() == null
                || !("https".equals(publicUrl.getScheme())
                        || "http".equals(publicUrl.getScheme()))) {
            throw new IllegalArgumentException(
                    "makeline.accounts.public-url (MAKELINE_PUBLIC_URL) must be an address such as https://makeline.example.org, not '%s'"
                            .formatted(publicUrl));
        }
        if (resetLinkGoodFor.compareTo(SHORTEST) < 0 || resetLinkGoodFor.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "makeline.accounts.reset-link-good-for must be from 1m to 24h, not "
                            + resetLinkGoodFor);
        }
    }

    /// The token stands behind the #, which browsers send to nobody: it gets into no log.
    String resetLink(String token) {
        return publicUrl.toString().replaceAll("/+$", "") + "/password-reset#" + token;
    }
}

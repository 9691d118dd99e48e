package dev.makeline.server.oidc;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;

/// @param issuer of the provider, exactly as it names itself; empty when there is none
/// @param clientId as which this installation is registered there
/// @param clientSecret empty for a client that has none; secret
/// @param scopes separated by spaces
/// @param redirectUri of this installation as browsers reach it
/// @param linkVerifiedEmail whether somebody whose e-mail address the provider verified is the
///   owner of the account that has it
/// @param timeout of each of connecting and reading
@ConfigurationProperties("makeline.oidc")
public record OidcSettings(
        String issuer,
        String clientId,
        String clientSecret,
        String scopes,
        String redirectUri,
        boolean linkVerifiedEmail,
        Duration timeout) {

    static final String CALLBACK = "/v1/login/oidc/callback";

    private static final Duration LONGEST = Duration.ofSeconds(30);

    public OidcSettings {
        if (timeout.compareTo(Duration.ofMillis(100)) < 0 || timeout.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "makeline.oidc.timeout must be from 100ms to 30s, not " + timeout);
        }
        if (!issuer.isEmpty()) {
            checkUri("issuer", issuer);
            checkUri("redirect-uri", redirectUri);
            if (!redirectUri.endsWith(CALLBACK)) {
                throw new IllegalArgumentException(
                        "makeline.oidc.redirect-uri must end with %s, not %s"
                                .formatted(CALLBACK, redirectUri));
            }
            if (clientId.isEmpty()) {
                throw new IllegalArgumentException(
                        "makeline.oidc.client-id must be set where makeline.oidc.issuer is");
            }
            if (!(' ' + scopes + ' ').contains(" openid ")) {
                throw new IllegalArgumentException(
                        "makeline.oidc.scopes must have openid among them, not '%s'"
                                .formatted(scopes));
            }
        }
    }

    public boolean isOn() {
        return !issuer.isEmpty();
    }

    private static void checkUri(String name, String text) {
        if (!isSafe(text)) {
            throw new IllegalArgumentException(
                    "makeline.oidc.%s must be an https URI (http on this machine alone), not '%s'"
                            .formatted(name, text));
        }
    }

    /// Whether what is sent there is read by nobody on the way.
    static boolean isSafe(String text) {
        try {
            URI uri = URI.create(text);
            String host = uri.getHost();
            return host != null
                    && ("https".equals(uri.getScheme())
                            || ("http".equals(uri.getScheme())
                                    && InetAddress.getByName(host).isLoopbackAddress()));
        } catch (IllegalArgumentException | UnknownHostException _) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "OidcSettings[issuer=%s, clientId=%s, clientSecret=hidden, scopes=%s, redirectUri=%s, linkVerifiedEmail=%s, timeout=%s]"
                .formatted(issuer, clientId, scopes, redirectUri, linkVerifiedEmail, timeout);
    }
}

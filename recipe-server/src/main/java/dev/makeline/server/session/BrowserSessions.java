package dev.makeline.server.session;

import dev.makeline.protocol.CredentialKind;
import dev.makeline.server.access.ClientAddress;
import dev.makeline.server.access.SessionCookie;
import dev.makeline.server.account.Account;
import dev.makeline.server.token.Client;
import dev.makeline.server.token.LogIns;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import jakarta.inject.Singleton;

/// Begins a browser's session. Thread-safe; blocking.
@Singleton
public final class BrowserSessions {

    private final LogIns logIns;
    private final SessionSettings settings;
    private final ClientAddress addresses;

    BrowserSessions(LogIns logIns, SessionSettings settings, ClientAddress addresses) {
        this.logIns = logIns;
        this.settings = settings;
        this.addresses = addresses;
    }

    /// A new one at each log in, whatever cookie the browser came with; the session of that cookie
    /// ends.
    ///
    /// @param proven the account as it stood when its owner gave the proof
    public Begun begin(HttpRequest<?> request, Account proven) {
        SessionCookie.of(request)
                .ifPresent(secret -> logIns.endBySecret(secret, CredentialKind.SESSION));
        String secret =
                logIns.beginSession(
                        proven,
                        settings.idleEnd(),
                        settings.absoluteEnd(),
                        Client.of(request, addresses));
        return new Begun(secret, SessionCookie.holding(secret));
    }

    /// @param secret of the session
    public record Begun(String secret, Cookie cookie) {

        @Override
        public String toString() {
            return "Begun[hidden]";
        }
    }
}

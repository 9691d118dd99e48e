package dev.makeline.server.token;

import dev.makeline.server.access.ClientAddress;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;

/// From where somebody logs in, so that people know their own log ins from others.
///
/// @param userAgent as the client names itself, shortened; for the eye alone
public record Client(String address, String userAgent) {

    private static final int LONGEST = 120;

    public Client {
        userAgent = shortened(userAgent.replaceAll("\\p{Cntrl}", " ").strip());
    }

    public static Client of(HttpRequest<?> request, ClientAddress addresses) {
        return new Client(
                addresses.of(request),
                request.getHeaders().findFirst(HttpHeaders.USER_AGENT).orElse("unknown"));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}

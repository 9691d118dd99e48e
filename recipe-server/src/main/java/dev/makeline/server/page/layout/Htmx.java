package dev.makeline.server.page.layout;

import io.micronaut.http.HttpRequest;

/// What htmx says of a request, and is told in an answer.
public final class Htmx {

    /// Has the browser open another page.
    static final String REDIRECT = "HX-Redirect";

    private static final String REQUEST = "HX-Request";
    private static final String CURRENT_URL = "HX-Current-URL";

    private Htmx() {}

    /// Whether a part of a page is asked for, to be put in place.
    public static boolean isFrom(HttpRequest<?> request) {
        return request.getHeaders().findFirst(REQUEST).filter("true"::equals).isPresent();
    }

    /// The page that asks.
    static LocalPath pageOf(HttpRequest<?> request) {
        return request.getHeaders()
                .findFirst(CURRENT_URL)
                .map(LocalPath::ofUrl)
                .orElse(LocalPath.HOME);
    }
}

package dev.makeline.server.request;

import dev.makeline.server.access.FilterOrder;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/// Tells browsers to take every answer for what it says it is and nothing more: data that is not
/// shown in a frame, runs nothing, loads nothing and is not kept. What a route sets itself stays.
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class ResponseHeaders implements Ordered {

    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; frame-ancestors 'none'";

    private static final String API = "/v1/";

    private final ResponseHeaderSettings settings;

    ResponseHeaders(ResponseHeaderSettings settings) {
        this.settings = settings;
    }

    @Override
    public int getOrder() {
        return FilterOrder.HEADERS;
    }

    @ResponseFilter
    void complete(HttpRequest<?> request, MutableHttpResponse<?> response) {
        setIfAbsent(response, "X-Content-Type-Options", "nosniff");
        setIfAbsent(response, "Content-Security-Policy", CONTENT_SECURITY_POLICY);
        setIfAbsent(response, "Referrer-Policy", "no-referrer");
        if (request.getPath().startsWith(API)) {
            setIfAbsent(response, HttpHeaders.CACHE_CONTROL, "no-store");
        }
        long seconds = settings.strictTransportSecurity().toSeconds();
        if (seconds > 0) {
            setIfAbsent(response, "Strict-Transport-Security", "max-age=" + seconds);
        }
    }

    private static void setIfAbsent(MutableHttpResponse<?> response, String name, String value) {
        if (!response.getHeaders().contains(name)) {
            response.header(name, value);
        }
    }
}

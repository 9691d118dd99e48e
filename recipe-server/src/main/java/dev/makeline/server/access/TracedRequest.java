package dev.makeline.server.access;

import dev.makeline.protocol.Traceparent;
import io.micronaut.http.HttpRequest;
import java.util.Optional;

/// The trace that a request was found or put under.
public final class TracedRequest {

    private static final String ATTRIBUTE = "makeline.traceparent";

    private TracedRequest() {}

    public static void attach(HttpRequest<?> request, Traceparent trace) {
        request.setAttribute(ATTRIBUTE, trace);
    }

    public static Optional<Traceparent> find(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, Traceparent.class);
    }
}

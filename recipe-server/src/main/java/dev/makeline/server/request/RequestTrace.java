package dev.makeline.server.request;

import dev.makeline.protocol.Traceparent;
import dev.makeline.server.access.FilterOrder;
import dev.makeline.server.access.TracedRequest;
import io.micronaut.context.propagation.slf4j.MdcPropagationContext;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Map;

/// Takes up the caller's trace, or starts one, and puts its id into every log line of the request.
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
public final class RequestTrace implements Ordered {

    @Override
    public int getOrder() {
        return FilterOrder.TRACE;
    }

    @RequestFilter
    void start(HttpRequest<?> request, MutablePropagatedContext context) {
        Traceparent trace =
                Traceparent.parse(request.getHeaders().findFirst(Traceparent.HEADER))
                        .orElseGet(Traceparent::start);
        TracedRequest.attach(request, trace);
        context.add(new MdcPropagationContext(Map.of(Traceparent.TRACE_ID, trace.traceId())));
    }

    public static Traceparent of(HttpRequest<?> request) {
        return TracedRequest.find(request).orElseGet(Traceparent::start);
    }
}

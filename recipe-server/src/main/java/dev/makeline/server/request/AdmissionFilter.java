package dev.makeline.server.request;

import dev.makeline.server.access.FilterOrder;
import dev.makeline.server.problem.Problem;
import dev.makeline.server.problem.ProblemType;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Bounds what the server works on at once: what exceeds it is refused at once, since waiting in
/// line would only make every answer late. Health and metrics always pass, else a busy server would
/// be taken for a dead one.
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class AdmissionFilter implements Ordered {

    private static final String PERMIT = "makeline.permit";

    private static final Problem BUSY =
            Problem.of(
                    ProblemType.UNAVAILABLE,
                    "The server has all the work it can do; try again in a second.");

    private final int most;
    private final AtomicInteger inFlight = new AtomicInteger();

    AdmissionFilter(AdmissionSettings settings, MeterRegistry meters) {
        this.most = settings.requestsInFlight();
        meters.gauge("makeline.requests.in.flight", inFlight);
    }

    @Override
    public int getOrder() {
        return FilterOrder.ADMISSION;
    }

    @RequestFilter
    @Nullable HttpResponse<?> admit(HttpRequest<?> request) {
        if (isForOperators(request.getPath())) {
            return null;
        }
        if (inFlight.incrementAndGet() > most) {
            inFlight.decrementAndGet();
            return BUSY.response();
        }
        request.setAttribute(PERMIT, new AtomicBoolean(true));
        return null;
    }

    @ResponseFilter
    void release(HttpRequest<?> request) {
        request.getAttribute(PERMIT, AtomicBoolean.class)
                .filter(permit -> permit.getAndSet(false))
                .ifPresent(permit -> inFlight.decrementAndGet());
    }

    private static boolean isForOperators(String path) {
        return path.equals("/health") || path.startsWith("/health/") || path.equals("/prometheus");
    }
}

package dev.makeline.server.page.layout;

import dev.makeline.server.access.FilterOrder;
import dev.makeline.server.problem.Problem;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Shows people as a page what programs are told as problem JSON, and leads whoever is not signed
/// in to where they sign in, and back. A form that comes after its session ended is shown with what
/// it holds. Whatever is under `/v1` is for programs, but for the way back from an identity
/// provider.
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class ErrorPages implements Ordered {

    private static final String API = "/v1/";
    private static final String FROM_PROVIDER = "/v1/login/";

    private final Pages pages;
    private final NearestPage nearest;

    ErrorPages(Pages pages, NearestPage nearest) {
        this.pages = pages;
        this.nearest = nearest;
    }

    @Override
    public int getOrder() {
        return FilterOrder.ERROR_PAGES;
    }

    /// Never blocks: a form that came too late is read for what it holds.
    @ResponseFilter
    CompletableFuture<MutableHttpResponse<?>> show(
            HttpRequest<?> request, MutableHttpResponse<?> response) {
        boolean isPart = Htmx.isFrom(request);
        if (!(response.body() instanceof Problem problem)
                || isForPrograms(request)
                || (!isPart && !acceptsHtml(request))) {
            return CompletableFuture.completedFuture(response);
        }
        response.getHeaders().remove(HttpHeaders.WWW_AUTHENTICATE);
        if (isPart || !LateForm.isOne(request, problem)) {
            showProblem(request, response, problem, isPart);
            return CompletableFuture.completedFuture(response);
        }
        return LateForm.read(request)
                .thenApply(form -> {
                    showForm(request, response, problem, form);
                    return response;
                });
    }

    private void showForm(
            HttpRequest<?> request,
            MutableHttpResponse<?> response,
            Problem problem,
            Optional<Form> form) {
        Optional<EndedSession> page =
                form.map(held ->
                                EndedSession.of(
                                        request.getUri().getRawPath(),
                                        problem.status() != HttpStatus.UNAUTHORIZED.getCode(),
                                        nearest.of(request),
                                        held))
                        .filter(EndedSession::holdsText);
        if (page.isPresent()) {
            replace(response, pages.endedSession(request, response.status(), page.get()));
        } else {
            showProblem(request, response, problem, false);
        }
    }

    private void showProblem(
            HttpRequest<?> request,
            MutableHttpResponse<?> response,
            Problem problem,
            boolean isPart) {
        if (problem.status() == HttpStatus.UNAUTHORIZED.getCode()) {
            signIn(request, response, isPart);
        } else {
            replace(response, pages.problem(request, problem, isPart));
        }
    }

    private void signIn(HttpRequest<?> request, MutableHttpResponse<?> response, boolean isPart) {
        response.body(null);
        response.getHeaders().remove(HttpHeaders.CONTENT_TYPE);
        if (isPart) {
            response.header(Htmx.REDIRECT, Htmx.pageOf(request).behindTheDoor());
        } else {
            response.status(HttpStatus.SEE_OTHER)
                    .header(HttpHeaders.LOCATION, nearest.of(request).behindTheDoor());
        }
    }

    private static void replace(MutableHttpResponse<?> response, MutableHttpResponse<byte[]> page) {
        response.body(page.body());
        page.getHeaders()
                .forEachValue((name, value) -> {
                    response.getHeaders().remove(name);
                    response.getHeaders().add(name, value);
                });
    }

    private static boolean isForPrograms(HttpRequest<?> request) {
        return request.getPath().startsWith(API) && !request.getPath().startsWith(FROM_PROVIDER);
    }

    private static boolean acceptsHtml(HttpRequest<?> request) {
        return request.getHeaders().accept().stream()
                .anyMatch(type -> type.getName().equals(MediaType.TEXT_HTML));
    }
}

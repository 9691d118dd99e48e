package dev.makeline.server.page.layout;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.makeline.server.access.FilterOrder;
import dev.makeline.server.problem.Problem;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.net.URLEncoder;
import java.util.Optional;

/// Shows people as a page what programs are told as problem JSON, and leads whoever is not signed
/// in to where they sign in, and back. Whatever is under `/v1` is for programs, but for the way
/// back from an identity provider.
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class ErrorPages implements Ordered {

    private static final String API = "/v1/";
    private static final String FROM_PROVIDER = "/v1/login/";
    private static final String SIGN_IN = "/sign-in?next=";

    private final Pages pages;

    ErrorPages(Pages pages) {
        this.pages = pages;
    }

    @Override
    public int getOrder() {
        return FilterOrder.ERROR_PAGES;
    }

    @ResponseFilter
    void show(HttpRequest<?> request, MutableHttpResponse<?> response) {
        if (!(response.body() instanceof Problem problem) || isForPrograms(request)) {
            return;
        }
        boolean isPart = Htmx.isFrom(request);
        if (!isPart && !acceptsHtml(request)) {
            return;
        }
        response.getHeaders().remove(HttpHeaders.WWW_AUTHENTICATE);
        if (problem.status() == HttpStatus.UNAUTHORIZED.getCode()) {
            signIn(request, response, isPart);
        } else {
            replace(response, pages.problem(request, problem, isPart));
        }
    }

    private static void signIn(
            HttpRequest<?> request, MutableHttpResponse<?> response, boolean isPart) {
        response.body(null);
        response.getHeaders().remove(HttpHeaders.CONTENT_TYPE);
        if (isPart) {
            response.header(Htmx.REDIRECT, signInAndBackTo(Htmx.pageOf(request)));
        } else {
            response.status(HttpStatus.SEE_OTHER)
                    .header(HttpHeaders.LOCATION, signInAndBackTo(pageOf(request)));
        }
    }

    /// What a form sent is not sent again.
    private static LocalPath pageOf(HttpRequest<?> request) {
        return request.getMethod() == HttpMethod.GET
                ? LocalPath.of(Optional.of(request.getUri().toString()))
                : LocalPath.HOME;
    }

    private static String signInAndBackTo(LocalPath page) {
        return page.equals(LocalPath.HOME)
                ? "/sign-in"
                : SIGN_IN + URLEncoder.encode(page.value(), UTF_8);
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

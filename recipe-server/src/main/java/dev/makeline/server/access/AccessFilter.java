package dev.makeline.server.access;

import dev.makeline.protocol.AccessToken;
import dev.makeline.protocol.Scope;
import dev.makeline.server.problem.Problem;
import dev.makeline.server.problem.ProblemType;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteMatch;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets a request pass when its token has the scope that its route names. Paths that do not exist
/// want a token too, so that nobody learns without one what is there.
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class AccessFilter implements Ordered {

    private static final Problem UNAUTHORIZED =
            Problem.of(
                    ProblemType.UNAUTHORIZED,
                    "Send the header Authorization: Bearer with a valid token.");

    private static final Logger log = LoggerFactory.getLogger(AccessFilter.class);

    private final AccessTokens tokens;
    private final InstantSource clock;

    AccessFilter(AccessTokens tokens, InstantSource clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public int getOrder() {
        return FilterOrder.ACCESS;
    }

    /// What to answer instead of going on; empty to go on.
    @RequestFilter
    CompletableFuture<Optional<HttpResponse<?>>> check(HttpRequest<?> request) {
        Optional<AnnotationMetadata> route =
                RouteAttributes.getRouteMatch(request).map(RouteMatch::getAnnotationMetadata);
        RouteAccess access = route.map(RouteAccess::of).orElseGet(RouteAccess.Undeclared::new);
        if (access instanceof RouteAccess.Open) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        Optional<String> token =
                BearerToken.of(request.getHeaders().findFirst(HttpHeaders.AUTHORIZATION));
        if (token.isEmpty()) {
            return CompletableFuture.completedFuture(Optional.of(unauthorized()));
        }
        return tokens.find(AccessToken.hash(token.get()))
                .thenApply(found -> decide(request, route.isPresent(), access, found))
                .exceptionally(AccessFilter::unavailable);
    }

    private Optional<HttpResponse<?>> decide(
            HttpRequest<?> request,
            boolean exists,
            RouteAccess access,
            Optional<AccessToken> found) {
        Optional<AccessToken> valid = found.filter(token -> !token.isExpired(clock.instant()));
        if (valid.isEmpty()) {
            return Optional.of(unauthorized());
        }
        AccessToken token = valid.get();
        Caller.of(token).attachTo(request);
        return switch (access) {
            case RouteAccess.Open() -> Optional.empty();
            case RouteAccess.Scoped(Scope scope) ->
                    token.scopes().contains(scope)
                            ? Optional.empty()
                            : Optional.of(forbidden(scope));
            // The router answers 404 or 405 by itself.
            case RouteAccess.Undeclared() -> exists ? Optional.of(undeclared()) : Optional.empty();
        };
    }

    private static HttpResponse<?> unauthorized() {
        return UNAUTHORIZED.response().header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }

    private static HttpResponse<?> forbidden(Scope scope) {
        return Problem.of(
                        ProblemType.FORBIDDEN,
                        "This needs a token with the scope %s.".formatted(scope.label()))
                .response()
                .header(
                        HttpHeaders.WWW_AUTHENTICATE,
                        "Bearer error=\"insufficient_scope\", scope=\"%s\""
                                .formatted(scope.label()));
    }

    private static Optional<HttpResponse<?>> unavailable(Throwable cause) {
        log.atWarn().addKeyValue("cause", cause.getMessage()).log("A token could not be looked up");
        return Optional.of(Problem.unavailable().response());
    }

    private static HttpResponse<?> undeclared() {
        return Problem.of(ProblemType.FORBIDDEN, "No token allows this.").response();
    }
}

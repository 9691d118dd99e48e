package dev.makeline.server.access;

import dev.makeline.protocol.Scope;
import dev.makeline.server.access.Authority.Decision;
import dev.makeline.server.problem.Problem;
import dev.makeline.server.problem.ProblemType;
import io.micronaut.context.BeanProvider;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteMatch;
import io.micronaut.web.router.Router;
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

    private final Callers callers;
    private final Refusals refusals;
    private final BeanProvider<Router> router;

    AccessFilter(Callers callers, Refusals refusals, BeanProvider<Router> router) {
        this.callers = callers;
        this.refusals = refusals;
        this.router = router;
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
        RouteAccess access = route.map(RouteAccess::of).orElseGet(() -> otherwise(request));
        if (access instanceof RouteAccess.Open) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        Optional<Credential> credential = Credential.of(request);
        return credential
                .map(one -> callers.find(one, !route.map(AccessFilter::asksByItself).orElse(false)))
                .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()))
                .thenCompose(caller ->
                        decide(request, route.isPresent(), access, caller)
                                .thenCompose(answer ->
                                        answer.isPresent()
                                                ? CompletableFuture.completedFuture(answer)
                                                : guard(request, credential, caller)))
                .exceptionally(AccessFilter::unavailable);
    }

    private static boolean asksByItself(AnnotationMetadata route) {
        return route.hasAnnotation(AsksByItself.class);
    }

    /// No route takes the request as it is: where everybody may come with a body of another type,
    /// this type is refused, and not whoever sends it.
    private RouteAccess otherwise(HttpRequest<?> request) {
        return router.get().findAny(request).stream()
                .filter(match ->
                        match.getRouteInfo().getHttpMethodName().equals(request.getMethodName()))
                .map(match -> RouteAccess.of(match.getAnnotationMetadata()))
                .filter(RouteAccess.Open.class::isInstance)
                .findFirst()
                .orElseGet(RouteAccess.Undeclared::new);
    }

    private CompletableFuture<Optional<HttpResponse<?>>> guard(
            HttpRequest<?> request, Optional<Credential> credential, Optional<Caller> caller) {
        return CsrfGuard.objection(request, credential)
                .thenCompose(objection ->
                        objection
                                .map(reason -> refuse(request, caller, crossSite(reason)))
                                .orElseGet(
                                        () -> CompletableFuture.completedFuture(Optional.empty())));
    }

    private CompletableFuture<Optional<HttpResponse<?>>> decide(
            HttpRequest<?> request, boolean exists, RouteAccess access, Optional<Caller> found) {
        if (found.isEmpty()) {
            return refuse(request, found, unauthorized());
        }
        Caller caller = found.get();
        caller.attachTo(request);
        return switch (Authority.decide(caller, access, exists)) {
            case Decision.Allowed() -> CompletableFuture.completedFuture(Optional.empty());
            case Decision.Refused(String reason) ->
                    refuse(request, found, forbidden(access, reason));
            case Decision.Hidden() -> refuse(request, found, hidden());
        };
    }

    private CompletableFuture<Optional<HttpResponse<?>>> refuse(
            HttpRequest<?> request, Optional<Caller> caller, HttpResponse<?> answer) {
        return refusals.record(request, caller, Optional.empty(), answer.code())
                .thenApply(_ -> Optional.of(answer));
    }

    private static HttpResponse<?> unauthorized() {
        return UNAUTHORIZED.response().header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }

    private static HttpResponse<?> forbidden(RouteAccess access, String reason) {
        MutableHttpResponse<Problem> response =
                Problem.of(ProblemType.FORBIDDEN, reason).response();
        if (access instanceof RouteAccess.Scoped(Scope scope)) {
            response.header(
                    HttpHeaders.WWW_AUTHENTICATE,
                    "Bearer error=\"insufficient_scope\", scope=\"%s\"".formatted(scope.label()));
        }
        return response;
    }

    private static HttpResponse<?> crossSite(String reason) {
        return Problem.of(ProblemType.CROSS_SITE_REQUEST, reason).response();
    }

    private static HttpResponse<?> hidden() {
        return Problem.of(ProblemType.NOT_FOUND, "There is nothing under this path.").response();
    }

    private static Optional<HttpResponse<?>> unavailable(Throwable cause) {
        log.atWarn().addKeyValue("cause", cause.getMessage()).log("A token could not be looked up");
        return Optional.of(Problem.unavailable().response());
    }
}

package dev.makeline.server.access;

import dev.makeline.protocol.Scope;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.management.endpoint.annotation.Endpoint;
import java.util.Optional;

/// What a route asks of its caller.
sealed interface RouteAccess {

    record Open() implements RouteAccess {}

    record Scoped(Scope scope) implements RouteAccess {}

    /// Somebody who logged in, whatever the scopes.
    record Person() implements RouteAccess {}

    /// Nobody said who may call it, so nobody may.
    record Undeclared() implements RouteAccess {}

    static RouteAccess of(AnnotationMetadata route) {
        if (route.hasAnnotation(OpenToAll.class)) {
            return new Open();
        }
        if (route.hasAnnotation(NeedsPerson.class)) {
            return new Person();
        }
        return route.enumValue(Needs.class, Scope.class)
                .or(() -> Optional.empty())
                .<RouteAccess>map(Scoped::new)
                .orElseGet(() -> ofManagement(route.stringValue(Endpoint.class).orElse("")));
    }

    /// Micronaut's own routes carry no annotation of ours.
    private static RouteAccess ofManagement(String endpoint) {
        return switch (endpoint) {
            case "health" -> new Open();
            case "prometheus" -> new Scoped(Scope.METRICS_READ);
            default -> new Undeclared();
        };
    }
}

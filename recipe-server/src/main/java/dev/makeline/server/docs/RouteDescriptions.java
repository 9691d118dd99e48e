package dev.makeline.server.docs;

import dev.makeline.protocol.Scope;
import dev.makeline.server.access.Needs;
import dev.makeline.server.access.NeedsPerson;
import dev.makeline.server.access.OpenToAll;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/// Adds to the description that the build generates what no route says of itself: whom it lets in,
/// taken from the annotations that the server goes by, and the problems that it may answer.
@Singleton
final class RouteDescriptions {

    private static final String RESPONSES = "responses";
    private static final String DESCRIPTION = "description";

    private final Router router;

    RouteDescriptions(Router router) {
        this.router = router;
    }

    /// @param generated OpenAPI 3 as YAML
    /// @param problems the schemas and the descriptions of the answers that routes have in common
    String complete(String generated, String problems) {
        Map<String, Object> description = new Yaml().load(generated);
        Map<String, Object> common = new Yaml().load(problems);
        map(map(description, "components"), "schemas").putAll(map(common, "schemas"));
        ProblemAnswers answers = new ProblemAnswers(map(common, RESPONSES));
        Map<String, Object> paths = map(description, "paths");
        routes().forEach((name, route) ->
                operation(paths, name).ifPresent(operation -> complete(operation, route, answers)));
        return yaml().dump(description);
    }

    /// The router tells some of them twice.
    private Map<RouteName, UriRouteInfo<?, ?>> routes() {
        return router.uriRoutes()
                .collect(Collectors.toMap(RouteName::of, route -> route, (one, _) -> one));
    }

    private record RouteName(String method, String path) {

        static RouteName of(UriRouteInfo<?, ?> route) {
            return new RouteName(
                    route.getHttpMethodName().toLowerCase(Locale.ROOT),
                    route.getUriMatchTemplate().toPathString());
        }
    }

    private static Optional<Map<String, Object>> operation(
            Map<String, Object> paths, RouteName route) {
        return paths.containsKey(route.path())
                        && map(paths, route.path()).containsKey(route.method())
                ? Optional.of(map(map(paths, route.path()), route.method()))
                : Optional.empty();
    }

    private static void complete(
            Map<String, Object> operation, UriRouteInfo<?, ?> route, ProblemAnswers answers) {
        AnnotationMetadata annotations = route.getAnnotationMetadata();
        boolean isOpen = annotations.hasAnnotation(OpenToAll.class);
        if (isOpen) {
            operation.put("security", List.of());
        }
        String said =
                Stream.of(
                                Optional.ofNullable((String) operation.get(DESCRIPTION)),
                                asked(annotations))
                        .flatMap(Optional::stream)
                        .reduce("%s %s"::formatted)
                        .orElse("");
        if (!said.isEmpty()) {
            operation.put(DESCRIPTION, said);
        }
        answers.addTo(operation, isOpen);
    }

    private static Optional<String> asked(AnnotationMetadata annotations) {
        return annotations.hasAnnotation(NeedsPerson.class)
                ? Optional.of("For a person who logged in.")
                : annotations
                        .enumValue(Needs.class, Scope.class)
                        .map(scope -> "Needs the scope %s.".formatted(scope.label()));
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Map<String, Object> parent, String name) {
        return (Map<String, Object>) parent.computeIfAbsent(name, _ -> new LinkedHashMap<>());
    }

    private static Yaml yaml() {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setDereferenceAliases(true);
        return new Yaml(options);
    }
}

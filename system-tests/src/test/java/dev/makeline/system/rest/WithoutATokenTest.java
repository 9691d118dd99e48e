package dev.makeline.system.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.protocol.AccessToken;
import dev.makeline.protocol.Scope;
import dev.makeline.system.instance.Answer;
import dev.makeline.system.instance.Instance;
import dev.makeline.system.instance.RecipeApi;
import dev.makeline.system.instance.SharedInstances;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

@ExtendWith(SharedInstances.class)
class WithoutATokenTest {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private record Route(String method, String path) {}

    /// How somebody comes to a token; nothing else answers without one.
    private static final Set<Route> OPEN =
            Set.of(
                    new Route("post", "/v1/users"),
                    new Route("post", "/v1/login"),
                    new Route("get", "/v1/login/oidc"),
                    new Route("get", "/v1/login/oidc/callback"),
                    new Route("post", "/v1/sessions"),
                    new Route("post", "/v1/tokens/refresh"),
                    new Route("post", "/v1/password-resets"),
                    new Route("post", "/v1/password-resets/completions"));

    @Test
    void everyDescribedRouteButThoseThatLeadToATokenAnswers401(Instance makeline) {
        List<Route> routes = routes(makeline.api().withoutToken());

        assertThat(routes).hasSizeGreaterThan(10).containsAll(OPEN);
        assertThat(routes)
                .filteredOn(route -> !OPEN.contains(route))
                .allSatisfy(route ->
                        assertRefused(
                                makeline.api().withoutToken(), route.method(), route.path(), 401));
    }

    @Test
    void aWrongOrExpiredOrMalformedTokenIsNone(Instance makeline) {
        String expired = AccessToken.newSecret();
        makeline.giveToken(
                expired, Scope.ofOperator(), Optional.of(Instant.now().minus(Duration.ofHours(1))));

        for (String token :
                List.of(
                        AccessToken.newSecret(),
                        expired,
                        "x",
                        "mkl_",
                        "\u00e4",
                        "a b",
                        "x".repeat(5_000))) {
            assertThat(makeline.api().withToken(token).get("/v1/recipes").status())
                    .as("token of %d characters", token.length())
                    .isIn(401, 431);
        }
    }

    @Test
    void healthAndTheDescriptionAreOpenToAll(Instance makeline) {
        RecipeApi stranger = makeline.api().withoutToken();

        for (String path :
                List.of(
                        "/health",
                        "/health/liveness",
                        "/health/readiness",
                        "/openapi.yaml",
                        "/docs")) {
            assertThat(stranger.get(path).status()).as("%s", path).isEqualTo(200);
        }
    }

    @Test
    void metricsAndManagementAreNotOpenToAll(Instance makeline) {
        for (String path :
                List.of(
                        "/prometheus",
                        "/metrics",
                        "/beans",
                        "/env",
                        "/loggers",
                        "/routes",
                        "/threaddump",
                        "/configprops",
                        "/refresh",
                        "/stop",
                        "/info")) {
            assertThat(makeline.api().withoutToken().get(path).status())
                    .as("%s", path)
                    .isIn(401, 404);
        }
    }

    @Test
    void aTokenOpensOnlyWhatItsScopesSay(Instance makeline) {
        String reader = AccessToken.newSecret();
        makeline.giveToken(reader, Set.of(Scope.RECIPES_READ), Optional.empty());
        RecipeApi readers = makeline.api().withToken(reader);
        RecipeApi senders = makeline.api().withToken(makeline.tokens().service());

        assertThat(readers.get("/v1/recipes").status()).isEqualTo(200);
        assertRefused(readers, "post", "/v1/recipes", 403);
        assertRefused(readers, "post", "/v1/intake/submissions", 403);
        assertRefused(makeline.api(), "post", "/v1/intake/submissions", 403);
        assertRefused(senders, "post", "/v1/recipes", 403);
        assertThat(senders.get("/v1/recipes").status()).isEqualTo(403);
    }

    private static void assertRefused(RecipeApi api, String method, String path, int status) {
        Answer answer =
                method.equals("get")
                        ? api.get(path)
                        : api.send(method.toUpperCase(java.util.Locale.ROOT), path);
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    private static List<Route> routes(RecipeApi api) {
        Answer description = api.get("/openapi.yaml");
        assertThat(description.status()).isEqualTo(200);
        Map<String, Map<String, Map<String, Object>>> document =
                new Yaml(new SafeConstructor(new LoaderOptions())).load(description.body());
        List<Route> routes = new ArrayList<>();
        document.getOrDefault("paths", Map.of())
                .forEach((path, operations) ->
                        operations.keySet().stream()
                                .filter(METHODS::contains)
                                .filter(method -> path.startsWith("/v1"))
                                .forEach(method ->
                                        routes.add(
                                                new Route(
                                                        method,
                                                        path.replaceAll("\\{[^}]+}", "1")))));
        return routes;
    }
}

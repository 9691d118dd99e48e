package dev.makeline.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.protocol.AccessToken;
import dev.makeline.protocol.AccountsTable;
import dev.makeline.protocol.Scope;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AccessTest {

    static final Set<String> OPEN =
            Set.of(
                    "GET /health",
                    "GET /health/{selector}",
                    "GET /docs",
                    "GET /docs/assets/{name}",
                    "GET /openapi.yaml",
                    "GET /assets/{hash}/{name}",
                    "POST /appearance",
                    "GET /sign-in",
                    "POST /sign-in",
                    "GET /register",
                    "POST /register",
                    "POST /v1/users",
                    "POST /v1/login",
                    "POST /v1/sessions",
                    "POST /v1/tokens/refresh",
                    "GET /v1/login/oidc",
                    "GET /v1/login/oidc/callback",
                    "GET /forgotten-password",
                    "POST /forgotten-password",
                    "GET /password-reset",
                    "POST /password-reset",
                    "POST /v1/password-resets",
                    "POST /v1/password-resets/completions");

    /// What people alone may do who logged in.
    static final Set<String> PERSON =
            Set.of(
                    "POST /sign-out",
                    "GET /account",
                    "POST /account/names",
                    "POST /account/password",
                    "POST /account/tokens",
                    "POST /account/tokens/{tokenId}/revocation",
                    "POST /account/sessions/{sessionId}/end",
                    "POST /account/sessions/others/end",
                    "POST /v1/logout",
                    "GET /v1/sessions",
                    "GET /v1/sessions/current",
                    "DELETE /v1/sessions",
                    "DELETE /v1/sessions/{sessionId}",
                    "GET /v1/tokens",
                    "POST /v1/tokens",
                    "DELETE /v1/tokens/{tokenId}",
                    "GET /v1/users/me",
                    "PATCH /v1/users/me",
                    "DELETE /v1/users/me",
                    "PUT /v1/users/me/password");

    /// Everything that the server answers, and what it asks for. A new route fails this test until
    /// it stands here.
    static final Map<String, Scope> SCOPED =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry("GET /prometheus", Scope.METRICS_READ),
                            Map.entry("GET /", Scope.RECIPES_READ),
                            Map.entry("GET /today/news", Scope.RECIPES_READ),
                            Map.entry("POST /today/intake/{objectId}/retry", Scope.INTAKE_MANAGE),
                            Map.entry("POST /sample", Scope.RECIPES_WRITE),
                            Map.entry("GET /files", Scope.FILES_READ),
                            Map.entry("POST /files", Scope.FILES_WRITE),
                            Map.entry("GET /files/{fileId}", Scope.FILES_READ),
                            Map.entry("POST /files/{fileId}/text", Scope.FILES_WRITE),
                            Map.entry("POST /files/{fileId}/description", Scope.FILES_WRITE),
                            Map.entry("POST /files/{fileId}/deletion", Scope.FILES_WRITE),
                            Map.entry("POST /files/{fileId}/restoration", Scope.FILES_WRITE),
                            Map.entry("POST /files/{fileId}/completion", Scope.FILES_WRITE),
                            Map.entry(
                                    "POST /files/{fileId}/versions/{version}/restoration",
                                    Scope.FILES_WRITE),
                            Map.entry("POST /files/{fileId}/intake", Scope.FILES_READ),
                            Map.entry("GET /jobs", Scope.JOBS_RUN),
                            Map.entry("GET /jobs/new", Scope.JOBS_RUN),
                            Map.entry("POST /jobs/new", Scope.JOBS_RUN),
                            Map.entry("GET /jobs/{jobId}", Scope.JOBS_RUN),
                            Map.entry("GET /jobs/{jobId}/progress", Scope.JOBS_RUN),
                            Map.entry("POST /jobs/{jobId}/cancellation", Scope.JOBS_RUN),
                            Map.entry("POST /jobs/{jobId}/retry", Scope.JOBS_RUN),
                            Map.entry("GET /intake", Scope.RECIPES_READ),
                            Map.entry("POST /intake/{objectId}/retry", Scope.INTAKE_MANAGE),
                            Map.entry("POST /intake/{objectId}/dismissal", Scope.INTAKE_MANAGE),
                            Map.entry("GET /search", Scope.RECIPES_READ),
                            Map.entry("GET /containers", Scope.JOBS_RUN),
                            Map.entry("POST /containers", Scope.ADMIN),
                            Map.entry("POST /containers/{name}/removal", Scope.ADMIN),
                            Map.entry("GET /admin", Scope.ADMIN),
                            Map.entry("GET /admin/audit", Scope.ADMIN),
                            Map.entry("GET /admin/health", Scope.ADMIN),
                            Map.entry("GET /admin/queues", Scope.ADMIN),
                            Map.entry("POST /admin/queues/{queue}/replay", Scope.ADMIN),
                            Map.entry("POST /admin/people/{userId}", Scope.ADMIN),
                            Map.entry("GET /recipes", Scope.RECIPES_READ),
                            Map.entry("GET /recipes/{recipeId}", Scope.RECIPES_READ),
                            Map.entry("GET /recipes/{recipeId}/compare", Scope.RECIPES_READ),
                            Map.entry("GET /recipes/{recipeId}/makes/{makeId}", Scope.RECIPES_READ),
                            Map.entry(
                                    "POST /recipes/{recipeId}/makes/{makeId}/sign-off",
                                    Scope.RECIPES_WRITE),
                            Map.entry(
                                    "POST /recipes/{recipeId}/makes/{makeId}/revision",
                                    Scope.RECIPES_WRITE),
                            Map.entry(
                                    "POST /v1/recipes/{recipeId}/makes/{makeId}/sign-off",
                                    Scope.RECIPES_WRITE),
                            Map.entry("GET /v1/recipes", Scope.RECIPES_READ),
                            Map.entry("POST /v1/recipes", Scope.RECIPES_WRITE),
                            Map.entry("PUT /v1/recipes", Scope.RECIPES_WRITE),
                            Map.entry("GET /v1/recipes/{recipeId}", Scope.RECIPES_READ),
                            Map.entry("PUT /v1/recipes/{recipeId}", Scope.RECIPES_WRITE),
                            Map.entry("GET /v1/recipes/{recipeId}/revisions", Scope.RECIPES_READ),
                            Map.entry(
                                    "GET /v1/recipes/{recipeId}/revisions/{revision}",
                                    Scope.RECIPES_READ),
                            Map.entry("GET /v1/recipes/{recipeId}/makes", Scope.RECIPES_READ),
                            Map.entry("POST /v1/recipes/{recipeId}/makes", Scope.RECIPES_WRITE),
                            Map.entry(
                                    "GET /v1/recipes/{recipeId}/makes/{makeId}",
                                    Scope.RECIPES_READ),
                            Map.entry(
                                    "GET /v1/recipes/{recipeId}/makes/{makeId}/differences",
                                    Scope.RECIPES_READ),
                            Map.entry(
                                    "GET /v1/recipes/{recipeId}/makes:compare", Scope.RECIPES_READ),
                            Map.entry("GET /v1/recipes/{recipeId}/insights", Scope.RECIPES_READ),
                            Map.entry(
                                    "GET /v1/recipes/{recipeId}/insights.csv", Scope.RECIPES_READ),
                            Map.entry("POST /v1/recipes/{recipeId}/insights/rebuild", Scope.ADMIN),
                            Map.entry("POST /v1/comparisons", Scope.RECIPES_READ),
                            Map.entry("POST /v1/intake/submissions", Scope.INTAKE_SUBMIT),
                            Map.entry("GET /v1/intake", Scope.RECIPES_READ),
                            Map.entry("GET /v1/intake/summary", Scope.RECIPES_READ),
                            Map.entry("GET /v1/intake/{objectId}", Scope.RECIPES_READ),
                            Map.entry("POST /v1/intake/{objectId}/retry", Scope.INTAKE_MANAGE),
                            Map.entry("POST /v1/intake/{objectId}/dismiss", Scope.INTAKE_MANAGE),
                            Map.entry("POST /v1/intake/retry", Scope.INTAKE_MANAGE),
                            Map.entry("GET /v1/audit", Scope.ADMIN),
                            Map.entry("GET /v1/services", Scope.ADMIN),
                            Map.entry("GET /v1/queues", Scope.ADMIN),
                            Map.entry("GET /v1/queues/{queue}/dead-letters", Scope.ADMIN),
                            Map.entry("POST /v1/queues/{queue}/dead-letters/replay", Scope.ADMIN),
                            Map.entry("GET /v1/files", Scope.FILES_READ),
                            Map.entry("POST /v1/files", Scope.FILES_WRITE),
                            Map.entry("GET /v1/files/{fileId}", Scope.FILES_READ),
                            Map.entry("PATCH /v1/files/{fileId}", Scope.FILES_WRITE),
                            Map.entry("DELETE /v1/files/{fileId}", Scope.FILES_WRITE),
                            Map.entry("POST /v1/files/{fileId}/restoration", Scope.FILES_WRITE),
                            Map.entry("POST /v1/files/{fileId}/uploads", Scope.FILES_WRITE),
                            Map.entry("POST /v1/files/{fileId}/completion", Scope.FILES_WRITE),
                            Map.entry("GET /v1/files/{fileId}/content", Scope.FILES_READ),
                            Map.entry("PUT /v1/files/{fileId}/content", Scope.FILES_WRITE),
                            Map.entry("POST /v1/files/{fileId}/download-links", Scope.FILES_READ),
                            Map.entry("GET /v1/files/{fileId}/versions", Scope.FILES_READ),
                            Map.entry(
                                    "POST /v1/files/{fileId}/versions/{version}/restoration",
                                    Scope.FILES_WRITE),
                            Map.entry("GET /v1/files/{fileId}/intake", Scope.FILES_READ),
                            Map.entry("POST /v1/files/{fileId}/intake", Scope.FILES_READ),
                            Map.entry("GET /v1/job-kinds", Scope.JOBS_RUN),
                            Map.entry("GET /v1/containers", Scope.JOBS_RUN),
                            Map.entry("PUT /v1/containers/{name}", Scope.ADMIN),
                            Map.entry("DELETE /v1/containers/{name}", Scope.ADMIN),
                            Map.entry("GET /v1/jobs", Scope.JOBS_RUN),
                            Map.entry("POST /v1/jobs", Scope.JOBS_RUN),
                            Map.entry("GET /v1/jobs/{jobId}", Scope.JOBS_RUN),
                            Map.entry("POST /v1/jobs/{jobId}/cancellation", Scope.JOBS_RUN),
                            Map.entry("POST /v1/jobs/{jobId}/retry", Scope.JOBS_RUN),
                            Map.entry("GET /v1/jobs/{jobId}/log", Scope.JOBS_RUN),
                            Map.entry("GET /v1/jobs/{jobId}/log/events", Scope.JOBS_RUN),
                            Map.entry("GET /v1/users", Scope.ADMIN),
                            Map.entry("GET /v1/users/{userId}", Scope.ADMIN),
                            Map.entry("PATCH /v1/users/{userId}", Scope.ADMIN),
                            Map.entry("POST /v1/users/admins", Scope.ADMIN)));

    private final RunningServer server = RunningServer.shared();

    @Test
    void everyRouteStandsInTheTable() {
        List<String> routes =
                server.bean(Router.class)
                        .uriRoutes()
                        .filter(route -> !route.getHttpMethodName().equals("HEAD"))
                        .map(AccessTest::name)
                        .distinct()
                        .toList();

        assertThat(routes).hasSizeGreaterThan(20);
        assertThat(routes)
                .allSatisfy(route ->
                        assertThat(
                                        OPEN.contains(route)
                                                || PERSON.contains(route)
                                                || SCOPED.containsKey(route))
                                .as(route)
                                .isTrue());
        assertThat(routes).containsAll(SCOPED.keySet()).containsAll(PERSON);
    }

    @Test
    void routesAnswerTokensOfTheirScopeAlone() {
        Map<Scope, Api> holders = new TreeMap<>();
        Arrays.stream(Scope.values())
                .forEach(scope -> holders.put(scope, new Api(server.uri(), server.token(scope))));

        SCOPED.forEach((route, needed) ->
                holders.forEach((scope, api) -> {
                    int status = call(api, route).status();
                    if (scope == needed) {
                        assertThat(status).as("%s with %s", route, scope).isNotIn(401, 403, 500);
                    } else {
                        assertThat(status).as("%s with %s", route, scope).isEqualTo(403);
                    }
                }));
    }

    @Test
    void routesOfPersonsRefuseTokensOfPrograms() {
        Api program = new Api(server.uri(), server.token(Scope.values()));

        assertThat(PERSON)
                .allSatisfy(route ->
                        assertThat(call(program, route).status()).as(route).isEqualTo(403));
    }

    @Test
    void nothingButHealthAndDocsAnswersWithoutAToken() {
        Api anonymous = new Api(server.uri(), "");

        Stream.concat(PERSON.stream(), SCOPED.keySet().stream())
                .forEach(route -> {
                    Api.Answer answer = call(anonymous, route);
                    assertThat(answer.status()).as(route).isEqualTo(401);
                    assertThat(answer.header("WWW-Authenticate")).contains("Bearer");
                    assertThat(answer.header("Content-Type")).contains("application/problem+json");
                });
        assertThat(anonymous.get("/v1/nothing").status()).isEqualTo(401);
        assertThat(anonymous.send("DELETE", "/v1/recipes", BodyPublishers.noBody()).status())
                .isEqualTo(401);
        for (String open :
                List.of(
                        "/health",
                        "/health/liveness",
                        "/health/readiness",
                        "/docs",
                        "/docs/assets/swagger-ui-bundle.js",
                        "/openapi.yaml")) {
            assertThat(anonymous.get(open).status()).as(open).isEqualTo(200);
        }
    }

    @Test
    void wrongCredentialsAllGetTheSameWords() {
        String expired =
                server.token(Optional.of(Instant.now().minusSeconds(1)), Scope.RECIPES_READ);
        List<String> wrong =
                List.of(
                        expired,
                        AccessToken.newSecret(),
                        "x".repeat(5_000),
                        "two words",
                        AccessToken.hash(RunningServer.SERVICE_TOKEN));

        assertThat(wrong)
                .map(token -> new Api(server.uri(), token).get("/v1/recipes"))
                .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(401))
                .extracting(Api.Answer::body)
                .containsOnly(new Api(server.uri(), "").get("/v1/recipes").body());
        Api basic = new Api(server.uri(), "");
        assertThat(basic.get("/v1/recipes", "Authorization", "Basic dGVzdDp0ZXN0").status())
                .isEqualTo(401);
    }

    @Test
    void schemeOfTheTokenIsReadInAnyCase() {
        String token = server.token(Scope.RECIPES_READ);

        Api.Answer answer =
                new Api(server.uri(), "").get("/v1/recipes", "Authorization", "bearer " + token);

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void revokedTokenIsRefusedAfterItsMemory() {
        try (RunningServer forgetful =
                RunningServer.start(Map.of("makeline.access.known-for", "0s"))) {
            String token = forgetful.token(Scope.RECIPES_READ);
            Api api = new Api(forgetful.uri(), token);
            assertThat(api.get("/v1/recipes").status()).isEqualTo(200);

            forgetful
                    .dynamoDb()
                    .deleteItem(delete ->
                            delete.tableName(AccountsTable.NAME)
                                    .key(AccountsTable.tokenKey(AccessToken.hash(token))));

            assertThat(api.get("/v1/recipes").status()).isEqualTo(401);
        }
    }

    @Test
    void tokenMadeAfterItWasRefusedIsTakenSoon() {
        try (RunningServer forgetful =
                RunningServer.start(Map.of("makeline.access.unknown-for", "0s"))) {
            String secret = AccessToken.newSecret();
            Api api = new Api(forgetful.uri(), secret);
            assertThat(api.get("/v1/recipes").status()).isEqualTo(401);

            AccessToken token =
                    AccessToken.of(
                            secret,
                            "late",
                            Set.of(Scope.RECIPES_READ),
                            Instant.now(),
                            Optional.of(Instant.now().plus(Duration.ofMinutes(1))));
            forgetful
                    .dynamoDb()
                    .putItem(put -> put.tableName(AccountsTable.NAME).item(token.toItem()));

            assertThat(api.get("/v1/recipes").status()).isEqualTo(200);
        }
    }

    static String name(UriRouteInfo<?, ?> route) {
        return route.getHttpMethodName() + ' ' + route.getUriMatchTemplate().toPathString();
    }

    private static Api.Answer call(Api api, String route) {
        String method = route.substring(0, route.indexOf(' '));
        String path =
                route.substring(route.indexOf(' ') + 1)
                        .replace("{recipeId}", "1")
                        .replace("{makeId}", "1")
                        .replace("{sessionId}", "0".repeat(26))
                        .replace("{tokenId}", "0".repeat(26))
                        .replace("{revision}", "1")
                        .replace("{fileId}", "01k9zzzzzzzzzzzzzzzzzzzzzz")
                        .replace("{jobId}", "01k9zzzzzzzzzzzzzzzzzzzzzz")
                        .replace("{version}", "1")
                        .replace("{name}", "resize")
                        .replace("{queue}", "makeline-s3-events")
                        .replace("{userId}", "0".repeat(26))
                        .replace("{sessionId}", "0".repeat(26))
                        .replace("{tokenId}", "0".repeat(26))
                        .replace("{objectId}", "0".repeat(40));
        return api.send(
                method,
                path,
                method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"));
    }
}

package dev.makeline.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class DocsTest {

    private static final Pattern REFERENCE = Pattern.compile("(?:src|href)=\"([^\"]*)\"");

    private final RunningServer server = RunningServer.shared();
    private final Api anonymous = new Api(server.uri(), "");

    @Test
    void descriptionCoversEveryRoute() {
        Map<String, Object> description = new Yaml().load(anonymous.get("/openapi.yaml").body());
        Map<?, ?> paths = (Map<?, ?>) Objects.requireNonNull(description.get("paths"));

        List<String> undescribed =
                server.bean(Router.class)
                        .uriRoutes()
                        .filter(route -> !route.getHttpMethodName().equals("HEAD"))
                        .filter(route -> !isOfPages(route))
                        .map(route ->
                                route.getHttpMethodName().toLowerCase(Locale.ROOT)
                                        + ' '
                                        + route.getUriMatchTemplate().toPathString())
                        .distinct()
                        .filter(route -> {
                            String[] parts = route.split(" ", 2);
                            return !(paths.get(parts[1]) instanceof Map<?, ?> path
                                    && path.containsKey(parts[0]));
                        })
                        .sorted()
                        .toList();

        // Micronaut's own routes, and the parts of the page.
        assertThat(undescribed)
                .containsExactly(
                        "get /docs/assets/{name}",
                        "get /health",
                        "get /health/{selector}",
                        "get /prometheus");
        assertThat(String.valueOf(description.get("openapi"))).startsWith("3.0");
    }

    /// Pages are for people, who need no description.
    private static boolean isOfPages(UriRouteInfo<?, ?> route) {
        return route.getDeclaringType().getPackageName().startsWith("dev.makeline.server.page.");
    }

    @Test
    void everyAnswerIsDescribed() {
        Map<String, Map<String, Map<String, Map<String, Map<String, Object>>>>> description =
                new Yaml().load(anonymous.get("/openapi.yaml").body());

        Objects.requireNonNull(description.get("paths"))
                .forEach((path, operations) ->
                        operations.forEach((method, operation) ->
                                assertThat(
                                                Objects.requireNonNull(operation.get("responses"))
                                                        .entrySet())
                                        .as("%s %s", method, path)
                                        .filteredOn(answer -> answer.getKey().matches("[23].*"))
                                        .isNotEmpty()
                                        .allSatisfy(answer ->
                                                assertThat(answer.getValue())
                                                        .asString()
                                                        .doesNotContain("schema={type=object}"))));
    }

    @Test
    void problemsAndAccessOfEveryRouteAreDescribed() {
        Map<String, Map<String, Map<String, Map<String, Object>>>> description =
                new Yaml().load(anonymous.get("/openapi.yaml").body());
        Map<String, Map<String, Map<String, Object>>> paths =
                Objects.requireNonNull(description.get("paths"));

        paths.forEach((path, operations) ->
                operations.forEach((method, operation) ->
                        assertThat(String.valueOf(operation.get("responses")))
                                .as("%s %s", method, path)
                                .contains("default={description=", "components/schemas/Problem")
                                .doesNotContain(" response,")));
        assertThat(operation(paths, "/v1/login", "post").get("security")).isEqualTo(List.of());
        assertThat(anonymous.get("/openapi.yaml").body()).doesNotContain("&id");
        Map<String, Object> change = operation(paths, "/v1/files/{fileId}", "patch");
        assertThat(change).doesNotContainKey("security");
        assertThat(change.get("description")).asString().containsOnlyOnce("the scope files:write");
        assertThat(((Map<?, ?>) Objects.requireNonNull(change.get("responses"))).keySet())
                .map(String::valueOf)
                .containsExactly("200", "400", "401", "403", "404", "412", "415", "default");
    }

    private static Map<String, Object> operation(
            Map<String, Map<String, Map<String, Object>>> paths, String path, String method) {
        return Objects.requireNonNull(Objects.requireNonNull(paths.get(path)).get(method));
    }

    @Test
    void operationsHaveTheNamesOfTheOriginalContract() {
        assertThat(anonymous.get("/openapi.yaml").body())
                .contains("operationId: addRecipe\n")
                .contains("operationId: updateRecipe\n")
                .contains("operationId: getRecipe\n")
                .contains("operationId: addRecipeMake\n")
                .contains("operationId: getRecipeMake\n")
                .contains("operationId: getRecipeMakeDifferences\n");
    }

    @Test
    void pageLoadsNothingFromElsewhere() {
        Api.Answer page = anonymous.get("/docs", "Accept", "text/html");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(page.header("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; script-src 'self';");
        Matcher references = REFERENCE.matcher(page.body());
        while (references.find()) {
            String reference = references.group(1);
            if (!reference.startsWith("data:")) {
                assertThat(reference).startsWith("/");
                assertThat(anonymous.get(reference).status()).as(reference).isEqualTo(200);
            }
        }
        assertThat(anonymous.get("/docs/assets/..%2f..%2fapplication.yml").status())
                .isNotEqualTo(200);
        assertThat(anonymous.get("/docs/assets/index.html").status()).isEqualTo(404);
    }
}

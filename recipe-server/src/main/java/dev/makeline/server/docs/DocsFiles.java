package dev.makeline.server.docs;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/// The description that the build generates from the code, our page for it, and the parts of
/// Swagger UI that the page uses, all from the class path. Read once, at the start: a missing one
/// is found then.
@Singleton
final class DocsFiles {

    private static final String OWN = "dev/makeline/server/docs/";
    private static final String WEBJAR = "META-INF/maven/org.webjars/swagger-ui/pom.properties";

    /// @param mediaType of the content
    record Asset(String mediaType, String content) {}

    private final String openApi;
    private final String page = read(OWN + "docs.html");
    private final Map<String, Asset> assets;

    DocsFiles(RouteDescriptions routes) {
        this.openApi =
                routes.complete(read("META-INF/swagger/openapi.yml"), read(OWN + "problems.yaml"));
        String swaggerUi = "META-INF/resources/webjars/swagger-ui/" + version() + '/';
        this.assets =
                Map.of(
                        "docs.js",
                        script(OWN + "docs.js"),
                        "swagger-ui-bundle.js",
                        script(swaggerUi + "swagger-ui-bundle.js"),
                        "swagger-ui.css",
                        new Asset("text/css", read(swaggerUi + "swagger-ui.css")));
    }

    String openApi() {
        return openApi;
    }

    String page() {
        return page;
    }

    Optional<Asset> asset(String name) {
        return Optional.ofNullable(assets.get(name));
    }

    private static Asset script(String path) {
        return new Asset("text/javascript", read(path));
    }

    private static String version() {
        Properties properties = new Properties();
        try (InputStream stream = open(WEBJAR)) {
            properties.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + WEBJAR, e);
        }
        return properties.getProperty("version");
    }

    private static String read(String path) {
        try (InputStream stream = open(path)) {
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        }
    }

    private static InputStream open(String path) {
        return Optional.ofNullable(DocsFiles.class.getClassLoader())
                .map(loader -> loader.getResourceAsStream(path))
                .orElseThrow(() ->
                        new IllegalStateException(
                                "The class path lacks %s; the build puts it there"
                                        .formatted(path)));
    }
}

package dev.makeline.server.page.layout;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Styles, scripts and pictures of the pages, each under a path that names its content, so that
/// browsers keep it for good. Read and compressed once, at the start: a missing one is found then.
@Singleton
public final class Assets {

    private static final String HTMX = "org.webjars.npm/htmx.org";

    private final Map<String, Asset> assets =
            Stream.of(
                            own("makeline.css", "text/css"),
                            own("makeline.js", "text/javascript"),
                            own("upload.js", "text/javascript"),
                            own("password-reset.js", "text/javascript"),
                            own("figures.js", "text/javascript"),
                            own("icon.svg", "image/svg+xml"),
                            asset(
                                    "htmx.js",
                                    "text/javascript",
                                    "META-INF/resources/webjars/htmx.org/%s/dist/htmx.min.js"
                                            .formatted(version(HTMX))))
                    .collect(Collectors.toUnmodifiableMap(Asset::name, one -> one));

    private static Asset asset(String name, String mediaType, String resource) {
        return new Asset(name, mediaType, read(resource));
    }

    private static Asset own(String name, String mediaType) {
        return asset(name, mediaType, "dev/makeline/server/page/layout/" + name);
    }

    /// @throws NullPointerException for one that there is not: a fault of the template
    public String path(String name) {
        return Objects.requireNonNull(assets.get(name), name).path();
    }

    Optional<Asset> find(String name) {
        return Optional.ofNullable(assets.get(name));
    }

    private static String version(String webJar) {
        Properties properties = new Properties();
        try (InputStream stream = open("META-INF/maven/%s/pom.properties".formatted(webJar))) {
            properties.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the version of " + webJar, e);
        }
        return properties.getProperty("version");
    }

    private static byte[] read(String path) {
        try (InputStream stream = open(path)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        }
    }

    private static InputStream open(String path) {
        return Optional.ofNullable(Assets.class.getClassLoader())
                .map(loader -> loader.getResourceAsStream(path))
                .orElseThrow(
                        () -> new IllegalStateException("The class path lacks %s".formatted(path)));
    }
}

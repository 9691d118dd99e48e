package dev.makeline.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.ServerSocket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/// One of the services, with its own classes and settings and none of the others', and a process of
/// it. No AWS answers it, which a start does not need.
record Service(String name, String mainClass) {

    private static final List<Service> ALL =
            List.of(
                    new Service("recipe-server", "dev.makeline.server.RecipeServerApplication"),
                    new Service("watcher-service", "dev.makeline.watcher.WatcherApplication"),
                    new Service("sender-service", "dev.makeline.sender.SenderApplication"),
                    new Service(
                            "processor-service", "dev.makeline.processor.ProcessorApplication"));

    static Service of(String name) {
        return ALL.stream().filter(one -> one.name.equals(name)).findFirst().orElseThrow();
    }

    /// The settings of `application.yml` as one writes them on a line, such as
    /// `makeline.watcher.drain`.
    Map<String, String> settings() {
        try (URLClassLoader own = new URLClassLoader(ownUrls(), null);
                InputStream yaml = own.getResourceAsStream("application.yml")) {
            Map<String, String> flat = new TreeMap<>();
            Map<?, ?> tree = new Yaml().load(yaml);
            flatten("", tree, flat);
            return flat;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// All of its own classes, and those of the shared module whose beans every service has, as
    /// `dev/makeline/…`.
    Stream<String> classes() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> isOwn(entry) || entry.contains("/operations/target/"))
                .flatMap(Service::classesIn);
    }

    private static Stream<String> classesIn(String entry) {
        try (FileSystem jar =
                entry.endsWith(".jar") ? FileSystems.newFileSystem(Path.of(entry)) : null) {
            Path root = jar == null ? Path.of(entry) : jar.getPath("/");
            try (Stream<Path> files = Files.walk(root)) {
                return files
                        .map(file -> root.relativize(file).toString())
                        .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                        .map(name -> name.substring(0, name.length() - ".class".length()))
                        .toList()
                        .stream();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String resource(String path) {
        try (URLClassLoader all =
                        new URLClassLoader(
                                Stream.of(classPath().split(File.pathSeparator))
                                        .map(Service::url)
                                        .toArray(URL[]::new),
                                null);
                InputStream content = all.getResourceAsStream(path)) {
            return content == null ? "" : new String(content.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Process start(Map<String, String> environment, Path output, List<String> command) {
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-Xmx192m",
                        "-cp",
                        classPath(),
                        mainClass);
        builder.command().addAll(command);
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment()
                .putAll(
                        Map.of(
                                "MICRONAUT_SERVER_HOST", "127.0.0.1",
                                "MICRONAUT_SERVER_PORT", Integer.toString(freePort()),
                                "AWS_ENDPOINT_URL", "http://127.0.0.1:9",
                                "AWS_EC2_METADATA_DISABLED", "true",
                                "AWS_ACCESS_KEY_ID", "none",
                                "AWS_SECRET_ACCESS_KEY", "none"));
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("/deploy/ecs/"))
                .filter(entry -> isOwn(entry) || ALL.stream().noneMatch(one -> one.isOwn(entry)))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private URL[] ownUrls() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(this::isOwn)
                .map(Service::url)
                .toArray(URL[]::new);
    }

    private boolean isOwn(String entry) {
        return entry.contains("/" + name + "/target/");
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void flatten(String prefix, Map<?, ?> tree, Map<String, String> into) {
        tree.forEach((key, value) -> {
            String name = prefix.isEmpty() ? key.toString() : prefix + "." + key;
            if (value instanceof Map<?, ?> below) {
                flatten(name, below, into);
            } else {
                into.put(name, String.valueOf(value));
            }
        });
    }
}

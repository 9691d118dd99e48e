package dev.makeline.deploy;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import io.github.cdklabs.cdknag.NagPackProps;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Aspects;

/// An installation as its templates say it, with what cdk-nag found. Made once for all tests, since
/// it takes seconds.
final class Installation {

    /// A resource of a template.
    record Resource(String stack, String id, JsonNode json) {

        String type() {
            return json.get("Type").asText();
        }

        JsonNode properties() {
            return json.path("Properties");
        }

        /// The value under a path such as `/KeySchema/0/KeyType`.
        JsonNode at(String pointer) {
            return properties().at(pointer);
        }

        @Override
        public String toString() {
            return stack + "/" + id;
        }
    }

    static final Site SITE =
            new Site(
                    "111122223333",
                    "us-east-1",
                    "recipes.example.org",
                    "example.org",
                    "Z0123456789ABC",
                    "people@example.org",
                    "makeline/makeline",
                    "pl-3b927c52",
                    "1a2b3c4",
                    Optional.empty());

    static final ObjectMapper JSON = new ObjectMapper();
    private static final Supplier<Installation> DEV = once(() -> of("dev", Environment.dev(SITE)));
    private static final Supplier<Installation> PROD =
            once(() ->
                    of(
                            "prod",
                            Environment.prod(
                                    new Site(
                                            SITE.account(),
                                            SITE.region(),
                                            SITE.host(),
                                            SITE.zoneName(),
                                            SITE.zoneId(),
                                            SITE.mail(),
                                            SITE.repository(),
                                            SITE.cloudFrontPrefixes(),
                                            SITE.image(),
                                            Optional.of(DownloadKeys.publicPem())),
                                    Optional.of("us-west-2"))));

    private static final Supplier<Installation> FAR =
            once(() ->
                    of(
                            "far",
                            Environment.dev(
                                    new Site(
                                            SITE.account(),
                                            "eu-central-1",
                                            SITE.host(),
                                            SITE.zoneName(),
                                            SITE.zoneId(),
                                            SITE.mail(),
                                            SITE.repository(),
                                            "pl-a3a144ca",
                                            SITE.image(),
                                            Optional.of(DownloadKeys.publicPem())))));

    final Environment environment;
    final Map<String, JsonNode> templates = new TreeMap<>();

    /// Of each stack.
    final Map<String, String> regions = new TreeMap<>();

    /// The stacks of which there is a report of cdk-nag.
    final Set<String> reports;

    final List<String> findings;
    final List<String> missing;

    private Installation(Environment environment, Path assembly) throws IOException {
        this.environment = environment;
        JsonNode manifest = JSON.readTree(assembly.resolve("manifest.json").toFile());
        for (Map.Entry<String, JsonNode> artifact : manifest.get("artifacts").properties()) {
            if ("aws:cloudformation:stack".equals(artifact.getValue().path("type").asText())) {
                String file = artifact.getValue().at("/properties/templateFile").asText();
                regions.put(
                        artifact.getKey(),
                        artifact.getValue().path("environment").asText().replaceAll(".*/", ""));
                templates.put(artifact.getKey(), JSON.readTree(assembly.resolve(file).toFile()));
            }
        }
        missing = elements(manifest.path("missing")).map(JsonNode::toString).toList();
        reports =
                reports(assembly)
                        .map(report ->
                                report.getFileName()
                                        .toString()
                                        .replaceAll("^AwsSolutions-(.*)-NagReport.csv$", "$1"))
                        .collect(toSet());
        findings = findings(assembly);
    }

    /// The smallest, with links of S3 itself.
    static Installation dev() {
        return DEV.get();
    }

    /// With everything: copies in another region, files behind CloudFront.
    static Installation prod() {
        return PROD.get();
    }

    /// Where nothing but the edge stands in us-east-1.
    static Installation far() {
        return FAR.get();
    }

    static Stream<Installation> all() {
        return Stream.concat(both(), Stream.of(far()));
    }

    static Stream<Installation> both() {
        return Stream.of(dev(), prod());
    }

    Stream<Resource> resources() {
        return templates.entrySet().stream()
                .flatMap(template ->
                        template.getValue().get("Resources").properties().stream()
                                .map(resource ->
                                        new Resource(
                                                template.getKey(),
                                                resource.getKey(),
                                                resource.getValue())));
    }

    Stream<Resource> resources(String type) {
        return resources().filter(resource -> resource.type().equals(type));
    }

    Resource resource(String type, String pointer, String value) {
        return resources(type)
                .filter(resource -> resource.at(pointer).asText().equals(value))
                .findFirst()
                .orElseThrow(() ->
                        new AssertionError(
                                "%s with %s = %s is not in %s"
                                        .formatted(type, pointer, value, this)));
    }

    @Override
    public String toString() {
        return environment.name() + " in " + environment.site().region();
    }

    static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static Installation of(String folder, Environment environment) {
        try {
            Path assembly = Path.of("target", "templates", folder);
            empty(assembly);
            App app = new App(AppProps.builder().outdir(assembly.toString()).build());
            Cloud.in(app, environment);
            Aspects.of(app)
                    .add(
                            new AwsSolutionsChecks(
                                    NagPackProps.builder().verbose(true).reports(true).build()));
            app.synth();
            return new Installation(environment, assembly);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Of what a run before has left.
    private static void empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /// What is not compliant, by the reports that cdk-nag writes beside the templates.
    private static List<String> findings(Path assembly) throws IOException {
        return reports(assembly)
                .flatMap(Installation::lines)
                .filter(line -> line.contains("\"Non-Compliant\"") || line.contains("\"UNKNOWN\""))
                .sorted()
                .toList();
    }

    private static Stream<Path> reports(Path assembly) throws IOException {
        try (Stream<Path> files = Files.list(assembly)) {
            return files
                    .filter(file -> file.getFileName().toString().endsWith("NagReport.csv"))
                    .toList()
                    .stream();
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> Supplier<T> once(Supplier<T> supplier) {
        Object lock = new Object();
        List<T> made = new ArrayList<>();
        return () -> {
            synchronized (lock) {
                if (made.isEmpty()) {
                    made.add(supplier.get());
                }
                return made.getFirst();
            }
        };
    }
}

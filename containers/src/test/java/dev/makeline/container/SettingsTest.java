package dev.makeline.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.protocol.ResourceNames;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/// That .env, docker-compose.yml and what the services read say the same.
class SettingsTest {

    private static final Pattern USED = Pattern.compile("\\$\\{([A-Z0-9_]+)");
    private static final Pattern SET = Pattern.compile("(?m)^([A-Z0-9_]+)=");
    private static final Pattern VERSION = Pattern.compile("<version>(.+)</version>");

    /// Read by the SDK, by what logs and by what names buckets, in every service.
    private static final Set<String> OF_ALL =
            Set.of(
                    "AWS_REGION",
                    "AWS_ACCESS_KEY_ID",
                    "AWS_SECRET_ACCESS_KEY",
                    "AWS_SESSION_TOKEN",
                    "AWS_ENDPOINT_URL_S3",
                    "AWS_ENDPOINT_URL_SQS",
                    "AWS_ENDPOINT_URL_DYNAMODB",
                    "AWS_ENDPOINT_URL_DYNAMODB_STREAMS",
                    "AWS_EC2_METADATA_DISABLED",
                    "MAKELINE_LOG_FORMAT",
                    "MAKELINE_LOG_LEVEL",
                    ResourceNames.INTAKE_BUCKET_VARIABLE,
                    ResourceNames.FILES_BUCKET_VARIABLE);

    /// Goes with a distribution, which only deploy/ecs makes.
    private static final String OF_THE_CLOUD = "MAKELINE_CLOUDFRONT_PRIVATE_KEY";

    @Test
    void everySettingOfComposeStandsInEnvAndTheOtherWayRound() throws IOException {
        assertThat(names(SET, read(".env")))
                .isEqualTo(names(USED, read("docker-compose.yml")))
                .contains(ResourceNames.INTAKE_BUCKET_VARIABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"recipe-server", "watcher-service", "sender-service", "processor-service"})
    void whatComposeGivesAServiceIsWhatTheServiceReads(String service) throws IOException {
        String yml = read(service + "/src/main/resources/application.yml");
        Set<String> placeholders = names(USED, yml);
        Set<String> given = new TreeSet<>(environment(service).keySet());

        assertThat(given).containsAll(OF_ALL);
        given.removeAll(OF_ALL);
        Map<String, Object> settings = new Yaml().load(yml);
        assertThat(
                        Stream.concat(
                                        placeholders.stream(),
                                        paths(settings).map(SettingsTest::variable))
                                .collect(Collectors.toSet()))
                .containsAll(given);

        placeholders.remove(OF_THE_CLOUD);
        assertThat(given).containsAll(placeholders);
    }

    @Test
    void theImagesAreOfTheVersionThatMavenBuilds() throws IOException {
        assertThat(read(".env"))
                .contains(
                        "\nMAKELINE_BUILD_VERSION=%s\n"
                                .formatted(
                                        VERSION.matcher(read("pom.xml"))
                                                .results()
                                                .findFirst()
                                                .orElseThrow()
                                                .group(1)));
    }

    private static Map<String, Object> environment(String service) throws IOException {
        Map<String, Map<String, Map<String, Map<String, Object>>>> compose =
                new Yaml().load(read("docker-compose.yml"));
        Map<String, Map<String, Map<String, Object>>> services =
                Objects.requireNonNull(compose.get("services"));
        return Objects.requireNonNull(
                Objects.requireNonNull(services.get(service)).get("environment"));
    }

    /// Of settings that are no map themselves.
    private static Stream<String> paths(Map<String, Object> settings) {
        return settings.entrySet().stream()
                .flatMap(entry ->
                        entry.getValue() instanceof Map<?, ?> inner
                                ? paths(named(inner)).map(path -> entry.getKey() + "." + path)
                                : Stream.of(entry.getKey()));
    }

    private static Map<String, Object> named(Map<?, ?> settings) {
        return settings.entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .collect(
                        Collectors.toMap(
                                entry -> String.valueOf(entry.getKey()), Map.Entry::getValue));
    }

    private static String variable(String path) {
        return path.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String read(String path) throws IOException {
        return Files.readString(Stack.project(path).toPath());
    }
}

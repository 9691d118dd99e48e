package dev.makeline.sender;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The process as a container runs it, with an environment that cannot be: it ends with code 2 and
/// one line, which names the setting and what to do.
class CannotStartTest {

    private static final int MISCONFIGURED = 2;

    private static final Map<String, String> ENVIRONMENT =
            Map.of(
                    "AWS_REGION", "us-east-1",
                    "AWS_ACCESS_KEY_ID", "test",
                    "AWS_SECRET_ACCESS_KEY", "test",
                    "AWS_EC2_METADATA_DISABLED", "true",
                    "AWS_CONFIG_FILE", "/dev/null",
                    "AWS_ENDPOINT_URL", "http://127.0.0.1:1",
                    "MAKELINE_SERVICE_TOKEN", "a-token-that-is-long-enough-for-it",
                    "MICRONAUT_SERVER_PORT", "-1");

    static Stream<Arguments> environments() {
        return Stream.of(
                Arguments.of("MAKELINE_SERVICE_TOKEN", "", "set MAKELINE_SERVICE_TOKEN"),
                Arguments.of("AWS_REGION", "", "AWS_REGION is not set; set it to"),
                Arguments.of(
                        "MAKELINE_RECIPE_SERVER_URL",
                        "recipe-server",
                        "makeline.recipe-server.url must be a URL"));
    }

    @ParameterizedTest
    @MethodSource("environments")
    void aWrongSettingEndsTheProcessWithOneLine(String variable, String value, String told)
            throws Exception {
        assertThat(lines(Map.of(variable, value), MISCONFIGURED))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("cannot start", told));
    }

    @Test
    void aPortInUseEndsTheProcessWithTheSettingToChange() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());

            assertThat(lines(Map.of("MICRONAUT_SERVER_PORT", port), MISCONFIGURED))
                    .filteredOn(line -> line.contains("cannot start"))
                    .singleElement()
                    .satisfies(line ->
                            assertThat(line)
                                    .contains(port, "set MICRONAUT_SERVER_PORT to another"));
        }
    }

    private static List<String> lines(Map<String, String> changes, int exitCode)
            throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>(ENVIRONMENT);
        environment.putAll(changes);
        environment.values().removeIf(String::isEmpty);
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xlog:disable",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SenderApplication.class.getName());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(exitCode);
        return said.lines().toList();
    }
}

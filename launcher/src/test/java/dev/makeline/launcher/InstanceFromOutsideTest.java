package dev.makeline.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.makeline.launcher.instance.FreePorts;
import dev.makeline.launcher.standin.StandIn;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The launcher as a process of its own, over stand-ins for the services.
final class InstanceFromOutsideTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    /// Shared, so that the class archives which the first instance leaves serve the next ones.
    @TempDir static Path home;

    private static final String[] NEW_ADMINISTRATOR = {
        "admin",
        "create",
        "--username=boss",
        "--email=boss@example.org",
        "--first-name=A",
        "--last-name=B"
    };

    @TempDir Path folder;

    private final List<Process> started = new ArrayList<>();
    private List<String> ports = List.of();
    private int outputs;

    private record Run(Process process, Path output) {
        String text() {
            try {
                return Files.readString(output);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        int exitCode() throws InterruptedException {
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        }
    }

    @BeforeAll
    static void buildStandIns() throws IOException {
        for (String module :
                List.of(
                        "local-aws",
                        "recipe-server",
                        "watcher-service",
                        "sender-service",
                        "processor-service")) {
            Path jar = home.resolve(module).resolve("target").resolve(module + ".jar");
            Files.createDirectories(jar.getParent());
            Manifest manifest = new Manifest();
            manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
            manifest.getMainAttributes()
                    .put(
                            Attributes.Name.CLASS_PATH,
                            Path.of("target/test-classes").toUri().toString());
            try (OutputStream file = Files.newOutputStream(jar)) {
                new JarOutputStream(file, manifest).close();
            }
        }
    }

    @BeforeEach
    void chooseFreePorts() throws IOException {
        int[] free = FreePorts.of(7);
        ports =
                List.of(
                        "--port-server=" + free[0],
                        "--port-s3=" + free[1],
                        "--port-sqs=" + free[2],
                        "--port-dynamodb=" + free[3],
                        "--port-watcher=" + free[4],
                        "--port-sender=" + free[5],
                        "--port-processor=" + free[6]);
    }

    @AfterEach
    void endWhatRuns() throws Exception {
        started.forEach(Process::destroy);
        for (Process process : started) {
            process.waitFor(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void instanceServesOtherCommandsUntilItIsTakenDown() throws Exception {
        Run up = up("--data", folder.resolve("my data").toString());

        Run status = launch("status");
        Run token = launch("token", "--name", "a test");

        assertThat(status.exitCode()).isZero();
        assertThat(status.text())
                .contains("pid " + up.process().pid(), "recipe-server", "ready")
                .doesNotContain("not ready")
                .contains("1 queued, 22 submitted, 3 waiting, 4 rejected, 5 dismissed");
        assertThat(token.exitCode()).isZero();
        assertThat(token.text()).matches("mkl_[\\w-]{43}\n");

        List<ProcessHandle> children = up.process().descendants().toList();
        Run down = launch("down");

        assertThat(down.exitCode()).isZero();
        assertThat(children).hasSize(5).noneMatch(ProcessHandle::isAlive);
        assertThat(up.exitCode()).isEqualTo(143);
        assertThat(launch("status").exitCode()).isEqualTo(2);
        Run admin = launch(NEW_ADMINISTRATOR);
        assertThat(admin.exitCode()).isEqualTo(2);
        assertThat(admin.text()).contains("./makeline up").hasLineCount(1);
    }

    @Test
    void figuresOfAllRecipesOrOfOneAreCountedAnew() throws Exception {
        up("--memory");

        Run all = launch("rebuild", "insights");
        Run one = launch("rebuild", "insights", "--recipe", "1002");
        Run unknown = launch("rebuild", "everything");

        assertThat(all.exitCode()).isZero();
        assertThat(all.text())
                .isEqualTo(
                        "Recipe 1001: 3 makes counted, 2 entered into lists.\nRecipe 1002: 1 makes counted, 0 entered into lists.\n");
        assertThat(one.exitCode()).isZero();
        assertThat(one.text()).isEqualTo("Recipe 1002: 1 makes counted, 0 entered into lists.\n");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.text()).contains("./makeline rebuild insights").hasLineCount(1);
    }

    @Test
    void servicesGetWhatTheyNeedAndNoMore() throws Exception {
        up("--data", folder.resolve("data").toString());

        String localAws = log("local-aws");
        String server = log("recipe-server");
        String watcher = log("watcher-service");
        String sender = log("sender-service");

        assertThat(localAws).contains("--data, " + folder.resolve("data/aws"));
        String secret = Files.readString(folder.resolve("data/service-token"));
        assertThat(server)
                .contains("MAKELINE_SERVICE_TOKEN=" + secret, "MICRONAUT_SERVER_HOST=127.0.0.1")
                .contains("MAKELINE_MAIL_FOLDER=" + folder.resolve("data/mail"))
                .contains("MAKELINE_NOTICES_CHANNEL=folder")
                .contains("MAKELINE_NOTICES_FOLDER=" + folder.resolve("data/notices"))
                .contains("MAKELINE_FILES_BROWSER_ENDPOINT=http://127.0.0.1:");
        assertThat(folder.resolve("data/notices")).isDirectory();
        assertThat(watcher)
                .contains("AWS_ENDPOINT_URL_S3=http://127.0.0.1:")
                .doesNotContain(secret);
        assertThat(sender)
                .contains(
                        "MAKELINE_SERVICE_TOKEN=" + secret,
                        "MAKELINE_RECIPE_SERVER_URL=http://127.0.0.1:"
                                + ports.getFirst().replaceAll("\\D", ""),
                        "MAKELINE_PARENT_PID=");
    }

    @Test
    void secondInstanceIsRefusedWithASentence() throws Exception {
        Run first = up("--data", folder.resolve("data").toString());

        Run sameData = launch("up", "--data", folder.resolve("data").toString());
        Run samePorts = launch(with("up", "--memory"));

        assertThat(sameData.exitCode()).isEqualTo(2);
        assertThat(sameData.text())
                .contains("running already", "pid " + first.process().pid(), "./makeline down")
                .hasLineCount(1);
        assertThat(samePorts.exitCode()).isEqualTo(2);
        assertThat(samePorts.text())
                .contains("which recipe-server needs, is taken by", "--port-offset")
                .hasLineCount(1);
    }

    @Test
    void killedServiceIsStartedAgainWithoutAHand() throws Exception {
        Run up = up("--memory");
        long pid = pidOf("sender-service");

        ProcessHandle.of(pid).orElseThrow().destroyForcibly();

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(up.text())
                                .containsPattern("sender-service +ended with exit code 137")
                                .containsPattern("(?s)(sender-service +ready.*){2}"));
        assertThat(pidOf("sender-service")).isNotEqualTo(pid);
    }

    /// It would be neither dead nor alive otherwise: threads that hold a message or a request in
    /// hand are gone, while its health is answered.
    @Test
    void serviceThatRunsOutOfMemoryIsStartedAgainWithoutAHand() throws Exception {
        Run up = up("--memory");
        long pid = pidOf("watcher-service");

        exhaustMemory(portOf("--port-watcher"));

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(up.text())
                                .containsPattern("watcher-service +ended with exit code 3")
                                .containsPattern("(?s)(watcher-service +ready.*){2}"));
        assertThat(pidOf("watcher-service")).isNotEqualTo(pid);
    }

    @Test
    void everyProcessEndsWhenItRunsOutOfMemory() throws Exception {
        Run up = up("--memory");

        List<String> children =
                up.process()
                        .descendants()
                        .map(child -> child.info().commandLine().orElseThrow())
                        .toList();

        assertThat(children)
                .hasSize(5)
                .allSatisfy(command -> assertThat(command).contains("-XX:+ExitOnOutOfMemoryError"));
    }

    @Test
    void whatAKilledLauncherLeavesIsClearedUpByTheNext() throws Exception {
        Run killed = up("--data", folder.resolve("data").toString());
        List<ProcessHandle> children = killed.process().descendants().toList();
        killed.process().destroyForcibly();
        killed.exitCode();

        Run next = up("--data", folder.resolve("data").toString());

        assertThat(next.text())
                .contains("Ended 5 processes that a killed Makeline had left behind.");
        assertThat(children).hasSize(5).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void ctrlCStopsTheServicesInOrder() throws Exception {
        Run up = up("--memory");
        List<ProcessHandle> children = up.process().descendants().toList();

        new ProcessBuilder("kill", "-INT", Long.toString(up.process().pid())).start().waitFor();

        assertThat(up.exitCode()).isEqualTo(130);
        assertThat(up.text()).endsWith("Stopping …\nStopped.\n");
        assertThat(children).hasSize(5).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void serviceThatCannotStartEndsAllWithTheEndOfItsLog() throws Exception {
        Run up = launch(Map.of("STAND_IN_DIES", "watcher-service"), with("up", "--memory"));

        assertThat(up.exitCode()).isEqualTo(1);
        assertThat(up.text())
                .contains(
                        "watcher-service ended 6 times in a row before it was ready, last with exit code 2",
                        "this stand-in cannot start");
        assertThat(up.process().descendants()).isEmpty();
    }

    @Test
    void demoTellsWhatWasDoneDifferentlyAndEnds() throws Exception {
        Run demo = launch(with("demo", "--exit"));

        assertThat(demo.exitCode()).isZero();
        assertThat(demo.text())
                .contains(
                        "Kept as recipe 1001.",
                        "Made exactly so.",
                        "Made doubled.",
                        "· Coconut oil for butter.",
                        "· Baked longer.",
                        "Waits for recipe 1002",
                        "· One egg more.",
                        "Succeeded: waited 7 ms, started 8 ms, ran 9 ms",
                        "| and a pinch of salt")
                .endsWith("Stopped.\n");
    }

    private Run up(String... data) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(data));
        arguments.addFirst("up");
        Run up = launch(with(arguments.toArray(String[]::new)));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(up.text()).contains("Ctrl-C or ./makeline down"));
        return up;
    }

    private String[] with(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(ports);
        return all.toArray(String[]::new);
    }

    private Run launch(String... arguments) throws IOException {
        return launch(Map.of(), arguments);
    }

    private Run launch(Map<String, String> environment, String... arguments) throws IOException {
        Path output = folder.resolve("output-" + outputs++);
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Dmakeline.home=" + home,
                                "-Dstdout.encoding=UTF-8",
                                "-Dstderr.encoding=UTF-8",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Launcher.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.redirectOutput(output.toFile()).start();
        started.add(process);
        return new Run(process, output);
    }

    private long pidOf(String service) throws Exception {
        Run status = launch("status");
        status.exitCode();
        Matcher line = Pattern.compile(service + ".* pid (\\d+)").matcher(status.text());
        assertThat(line.find()).isTrue();
        return Long.parseLong(line.group(1));
    }

    private int portOf(String option) {
        return ports.stream()
                .filter(port -> port.startsWith(option + '='))
                .mapToInt(port -> Integer.parseInt(port.substring(option.length() + 1)))
                .findFirst()
                .orElseThrow();
    }

    /// Nobody waits for an answer, since there is none.
    private static void exhaustMemory(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String request = "GET " + StandIn.EXHAUST_MEMORY + " HTTP/1.1\r\nHost: test\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readAllBytes();
        } catch (SocketException e) {
            assertThat(e).hasMessageContaining("reset");
        }
    }

    private String log(String service) throws IOException {
        return Files.readString(
                folder.resolve("data/logs").resolve(service + ".log"), StandardCharsets.UTF_8);
    }
}

package dev.makeline.launcher.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SupervisorTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final RestartPolicy QUICK =
            new RestartPolicy(
                    2, Duration.ofMillis(10), Duration.ofMillis(40), Duration.ofSeconds(30));

    @TempDir Path folder;

    private final List<ProcessEvent> events = new CopyOnWriteArrayList<>();
    private @Nullable Supervisor supervisor;

    @AfterEach
    void stopWhatRuns() {
        if (supervisor != null) {
            supervisor.stop(Duration.ofSeconds(5));
        }
    }

    @Test
    void stagesStartOneAfterTheOtherAndStopInReverse() throws Exception {
        ProcessSpec first = serving("first");
        ProcessSpec second = serving("second");
        Supervisor supervised = supervise(List.of(List.of(first), List.of(second)));

        Supervisor.Startup startup = supervised.start(PATIENCE);

        assertThat(startup).isEqualTo(new Supervisor.Startup.AllReady());
        assertThat(events)
                .extracting(event -> event.getClass().getSimpleName() + " " + event.name())
                .containsExactly("Started first", "Ready first", "Started second", "Ready second");
        assertThat(Files.readString(first.log())).contains("child serve of makeline");

        Map<String, Long> pids = supervised.pids();
        supervised.stop(PATIENCE);

        assertThat(pids).containsOnlyKeys("first", "second");
        assertThat(pids.values()).noneMatch(SupervisorTest::isAlive);
        assertThat(supervised.pids()).isEmpty();
    }

    @Test
    void lineThatAnEarlierRunPrintedDoesNotCountAsReady() throws Exception {
        ProcessSpec serving = serving("server");
        Files.writeString(serving.log(), "child serve of an earlier run\n");
        ProcessSpec printing =
                new ProcessSpec(
                        "server",
                        serving.command(),
                        Map.of("FAMILY", "the present run"),
                        serving.log(),
                        new Readiness.Prints("child serve of the present run"),
                        false);
        Supervisor supervised = supervise(List.of(List.of(printing)));

        Supervisor.Startup startup = supervised.start(PATIENCE);

        assertThat(startup).isEqualTo(new Supervisor.Startup.AllReady());
        assertThat(LogTail.of(serving.log(), 1)).containsExactly("child serve of the present run");
    }

    @Test
    void killedProcessIsStartedAgain() throws Exception {
        Supervisor supervised = supervise(List.of(List.of(serving("server"))));
        supervised.start(PATIENCE);
        long before = pidOf("server");

        kill(before);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(readies("server")).isEqualTo(2));
        assertThat(pidOf("server")).isNotEqualTo(before);
        assertThat(supervised.failure()).isNotDone();
    }

    @Test
    void processThatDiesWhileItStartsGetsAnotherTry() throws Exception {
        int port = freePort();
        ProcessSpec spec =
                child("server", port, "die-once", folder.resolve("died").toString(), "" + port);
        Supervisor supervised = supervise(List.of(List.of(spec)));

        Supervisor.Startup startup = supervised.start(PATIENCE);

        assertThat(startup).isEqualTo(new Supervisor.Startup.AllReady());
        assertThat(events).contains(new ProcessEvent.Died("server", 9, QUICK.firstPause()));
    }

    @Test
    void processThatNeverComesUpEndsTheStartWithItsExitCode() throws Exception {
        Supervisor supervised =
                supervise(List.of(List.of(child("server", freePort(), "die", "3"))));

        Supervisor.Startup startup = supervised.start(PATIENCE);

        assertThat(startup)
                .isEqualTo(
                        new Supervisor.Startup.Failed(
                                new ProcessEvent.GaveUp(
                                        "server",
                                        "ended 3 times in a row before it was ready, last with exit code 3")));
    }

    @Test
    void processThatIsNotReadyInTimeIsNamed() throws Exception {
        Supervisor supervised =
                supervise(
                        List.of(
                                List.of(
                                        child(
                                                "server",
                                                freePort(),
                                                "serve",
                                                Integer.toString(freePort())))));

        Supervisor.Startup startup = supervised.start(Duration.ofMillis(300));

        assertThat(startup).isEqualTo(new Supervisor.Startup.TooSlow(List.of("server")));
    }

    @Test
    void processThatIgnoresTheRequestToStopIsKilled() throws Exception {
        int port = freePort();
        Supervisor supervised =
                supervise(List.of(List.of(child("server", port, "hang", Integer.toString(port)))));
        supervised.start(PATIENCE);
        long pid = pidOf("server");

        supervised.stop(Duration.ofMillis(300));

        await().untilAsserted(() -> assertThat(isAlive(pid)).isFalse());
    }

    @Test
    void whatBuildsOnAProcessThatForgetsStartsAnewWithIt() throws Exception {
        ProcessSpec store = serving("store");
        ProcessSpec forgetful =
                new ProcessSpec(
                        store.name(),
                        store.command(),
                        store.environment(),
                        store.log(),
                        store.readiness(),
                        true);
        Supervisor supervised = supervise(List.of(List.of(forgetful), List.of(serving("server"))));
        supervised.start(PATIENCE);
        long before = pidOf("server");

        kill(pidOf("store"));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(readies("server")).isEqualTo(2));
        assertThat(pidOf("server")).isNotEqualTo(before);
        assertThat(events)
                .noneMatch(event ->
                        event instanceof ProcessEvent.Died(var name, _, _)
                                && name.equals("server"));
    }

    @Test
    void childrenLeaveCtrlCToTheSupervisor() throws Exception {
        Supervisor supervised = supervise(List.of(List.of(serving("server"))));
        supervised.start(PATIENCE);
        long pid = pidOf("server");

        new ProcessBuilder("kill", "-INT", Long.toString(pid)).start().waitFor();

        await().during(Duration.ofMillis(300))
                .untilAsserted(() -> assertThat(isAlive(pid)).isTrue());
    }

    private Supervisor supervise(List<List<ProcessSpec>> stages) {
        supervisor = new Supervisor(stages, QUICK, events::add);
        return supervisor;
    }

    private ProcessSpec serving(String name) throws IOException {
        int port = freePort();
        return child(name, port, "serve", Integer.toString(port));
    }

    private ProcessSpec child(String name, int readyOnPort, String... args) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                ScriptedChild.class.getName()));
        command.addAll(List.of(args));
        return new ProcessSpec(
                name,
                command,
                Map.of("FAMILY", "makeline"),
                folder.resolve(name + ".log"),
                new Readiness.Listens(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), readyOnPort)),
                false);
    }

    private long readies(String name) {
        return events.stream()
                .filter(ProcessEvent.Ready.class::isInstance)
                .filter(event -> event.name().equals(name))
                .count();
    }

    private long pidOf(String name) {
        return Objects.requireNonNull(Objects.requireNonNull(supervisor).pids().get(name), name);
    }

    private static void kill(long pid) {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }

    private static boolean isAlive(long pid) {
        return Optional.of(pid)
                .flatMap(ProcessHandle::of)
                .filter(ProcessHandle::isAlive)
                .isPresent();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

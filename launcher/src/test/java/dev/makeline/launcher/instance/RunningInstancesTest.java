package dev.makeline.launcher.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunningInstancesTest {

    private static final Instant STARTED = Instant.parse("2026-01-01T00:00:00Z");
    private static final long OWN_PID = ProcessHandle.current().pid();

    @TempDir Path folder;

    private RunningInstances instances = new RunningInstances(new Home(Path.of("")));

    @BeforeEach
    void useTheFolder() {
        instances = new RunningInstances(new Home(folder));
    }

    @Test
    void instanceIsFoundAsItWroteItself() {
        try (DataFolder data = DataFolder.open(folder.resolve("data"))) {
            RunningInstance instance = instance(OWN_PID, data.root(), Map.of("server", 12L));
            instances.write(instance);

            RunningInstance found = instances.find(OptionalLong.empty());

            assertThat(found).isEqualTo(instance);
        }
    }

    @Test
    void livingProcessWithTheSamePidIsNoInstanceUnlessItHoldsTheFolder() {
        DataFolder data = DataFolder.open(folder.resolve("data"));
        instances.write(instance(OWN_PID, data.root(), Map.of()));
        data.close();

        assertThatThrownBy(() -> instances.find(OptionalLong.empty()))
                .isInstanceOf(CannotProceedException.class)
                .hasMessage("No Makeline is running here: start one with ./makeline up.");
    }

    @Test
    void unreadableFilesOfOtherVersionsAreNoInstances() throws Exception {
        Files.createDirectories(folder.resolve(".makeline/running"));
        Files.writeString(folder.resolve(".makeline/running/1.json"), "{\"pid\": ");
        Files.writeString(folder.resolve(".makeline/running/2.json"), "{\"future\": true}");

        assertThat(instances.alive()).isEmpty();
        assertThat(instances.clearUp()).isZero();
    }

    @Test
    void processesThatAKilledLauncherLeftAreEndedAndNoOthers() throws Exception {
        Process orphan = sleeping("mark-of-the-dead-one");
        Process stranger = sleeping("mark-of-somebody-else");
        RunningInstance dead =
                new RunningInstance(
                        Long.MAX_VALUE,
                        STARTED,
                        folder.resolve("data").toString(),
                        true,
                        "mark-of-the-dead-one",
                        Ports.STANDARD,
                        Map.of("server", orphan.pid(), "sender", stranger.pid()));
        instances.write(dead);

        int ended = instances.clearUp();

        assertThat(ended).isEqualTo(1);
        await().untilAsserted(() -> assertThat(orphan.isAlive()).isFalse());
        assertThat(stranger.isAlive()).isTrue();
        assertThat(folder.resolve(".makeline/running")).isEmptyDirectory();
        stranger.destroyForcibly();
    }

    private static RunningInstance instance(long pid, Path data, Map<String, Long> processes) {
        return new RunningInstance(
                pid, STARTED, data.toString(), true, "mark", Ports.STANDARD, processes);
    }

    /// Carries the mark where a service would.
    private static Process sleeping(String mark) throws Exception {
        return new ProcessBuilder("/bin/sh", "-c", "sleep 60; :", MakelineProcesses.MARK + mark)
                .start();
    }
}

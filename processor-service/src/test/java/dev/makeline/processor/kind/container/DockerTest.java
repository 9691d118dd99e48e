package dev.makeline.processor.kind.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.makeline.protocol.job.ResourceClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Against the real engine, where one answers.
class DockerTest {

    private static final String EMPTY = "makeline-empty:test";

    /// Of a tar file without entries.
    private static final int END_OF_TAR = 1024;

    @TempDir Path folder;

    @BeforeEach
    void requireEngine() throws Exception {
        assumeTrue(docker("info"), "Left out: no Docker engine answers on this machine");
    }

    @Test
    void theEngineTakesHowAContainerIsStarted() throws Exception {
        Path tar = Files.write(folder.resolve("empty.tar"), new byte[END_OF_TAR]);
        assertThat(docker("import", tar.toString(), EMPTY)).isTrue();
        List<String> said = new ArrayList<>();
        try {
            // The image has no such program, which shows only once everything else was taken.
            ContainerEnd end = run(EMPTY, said);

            assertThat(end).as("%s", said).isEqualTo(new ContainerEnd.Exited(127));
        } finally {
            docker("image", "rm", EMPTY);
        }
    }

    @Test
    void anImageThatDoesNotExistIsNotRun() throws Exception {
        assertThat(run("makeline.invalid/none:1", new ArrayList<>()))
                .isNotInstanceOf(ContainerEnd.Exited.class);
    }

    private static ContainerEnd run(String image, List<String> said) throws Exception {
        return new CliContainerEngine(new ContainerSettings("docker", "none", 1), System.getenv())
                .run(
                        new ContainerOrder(
                                "makeline-docker-test-" + System.nanoTime(),
                                image,
                                List.of("/nothing"),
                                ResourceClass.SMALL,
                                Map.of()),
                        said::add);
    }

    private static boolean docker(String... arguments) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(List.of(arguments));
        try (EngineProcess process = EngineProcess.start(command, System.getenv(), _ -> {})) {
            return process.await() == 0;
        } catch (IOException _) {
            return false;
        }
    }
}

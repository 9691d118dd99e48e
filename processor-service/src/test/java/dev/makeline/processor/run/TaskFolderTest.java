package dev.makeline.processor.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.protocol.JobId;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaskFolderTest {

    private final JobId job = JobId.next(Instant.now());

    @TempDir private Path root;

    @Test
    void aFolderBearsTheNameOfItsAttemptAndGoesWithIt() throws IOException {
        try (TaskFolder folder = TaskFolder.in(root, job, 2)) {
            assertThat(folder.path().getFileName().toString()).startsWith(job.value() + "-2-");
            Files.writeString(folder.path().resolve("input"), "flour");
        }

        assertThat(folders()).isEmpty();
    }

    @Test
    void whatAKilledTaskLeftIsRemovedWhenTheNextOneBegins() throws Exception {
        Process killed = taskThatWaits();
        assertThat(folders()).hasSize(1);
        killed.destroyForcibly().waitFor();
        assertThat(folders()).hasSize(1);

        try (TaskFolder next = TaskFolder.in(root, job, 2)) {
            assertThat(folders()).containsExactly(next.path());
        }
    }

    @Test
    void aFolderThatIsUsedStaysWhoeverUsesIt() throws Exception {
        Process working = taskThatWaits();
        try (TaskFolder own = TaskFolder.in(root, job, 2)) {
            TaskFolder.removeLeftovers(root);

            assertThat(folders()).hasSize(2).contains(own.path());
        } finally {
            working.destroyForcibly().waitFor();
        }

        TaskFolder.removeLeftovers(root);
        assertThat(folders()).isEmpty();
    }

    @Test
    void aRootThatNobodyMadeYetHoldsNothing() {
        TaskFolder.removeLeftovers(root.resolve("none"));

        assertThat(root.resolve("none")).doesNotExist();
    }

    private List<Path> folders() throws IOException {
        try (Stream<Path> found = Files.list(root)) {
            return found.filter(Files::isDirectory).toList();
        }
    }

    /// Another process that has made its folder and waits.
    private Process taskThatWaits() throws IOException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Waiting.class.getName(),
                                root.toString(),
                                job.value())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        BufferedReader said = process.inputReader();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.equals("ready")) {
                return process;
            }
        }
        throw new AssertionError("The process did not get as far as its folder");
    }

    static final class Waiting {

        private Waiting() {}

        public static void main(String[] arguments) throws Exception {
            TaskFolder folder = TaskFolder.in(Path.of(arguments[0]), new JobId(arguments[1]), 1);
            Files.write(folder.path().resolve("input"), new byte[1024]);
            System.out.println("ready");
            Thread.sleep(60_000);
        }
    }
}

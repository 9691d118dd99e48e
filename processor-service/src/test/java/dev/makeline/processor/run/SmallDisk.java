package dev.makeline.processor.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A file system of one mebibyte. Only root can have one; for others the test is skipped.
record SmallDisk(Path path) implements AutoCloseable {

    static SmallDisk mountedAt(Path folder) throws Exception {
        assumeThat(exitCode(mount(folder)))
                .as("Only root can mount a small file system; this test is skipped")
                .isZero();
        return new SmallDisk(folder);
    }

    private static List<String> mount(Path folder) {
        return List.of("mount", "-t", "tmpfs", "-o", "size=1m", "makeline-test", folder.toString());
    }

    private static int exitCode(List<String> command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            return -1;
        }
    }

    List<Path> left() throws IOException {
        try (Stream<Path> found = Files.list(path)) {
            return found.filter(Files::isDirectory).toList();
        }
    }

    @Override
    public void close() throws IOException {
        try {
            assertThat(exitCode(List.of("umount", path.toString()))).isZero();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }
}

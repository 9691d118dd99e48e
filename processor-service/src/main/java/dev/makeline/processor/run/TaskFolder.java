package dev.makeline.processor.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A folder for the files of one attempt, which goes with it.
record TaskFolder(Path path) implements AutoCloseable {

    /// Where the folders of all attempts are.
    static Path root() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    static TaskFolder in(Path root) throws IOException {
        return new TaskFolder(Files.createTempDirectory(root, "makeline-job-"));
    }

    @Override
    public void close() throws IOException {
        List<Path> all;
        try (Stream<Path> found = Files.walk(path)) {
            all = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path one : all) {
            Files.deleteIfExists(one);
        }
    }
}

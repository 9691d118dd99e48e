package dev.makeline.processor.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaskCacheTest {

    @TempDir private Path folder;

    @Test
    void theFirstTaskLeavesTheCacheThatLaterOnesUse() throws IOException {
        TaskCache cache = TaskCache.in(folder, jar("a"));

        Path left = output(cache.flags("first"));
        assertThat(cache.flags("second")).isEmpty();
        Files.writeString(left, "cache");
        cache.ended("second", true);
        cache.ended("first", true);

        assertThat(cache.flags("third")).singleElement().asString().startsWith("-XX:AOTCache=");
        assertThat(Path.of(cache.flags("third").getFirst().substring("-XX:AOTCache=".length())))
                .hasContent("cache");
    }

    @Test
    void whatATaskLeftThatFailedIsThrownAway() throws IOException {
        TaskCache cache = TaskCache.in(folder, jar("a"));
        Path left = output(cache.flags("first"));
        Files.writeString(left, "half");

        cache.ended("first", false);

        assertThat(left).doesNotExist();
        assertThat(output(cache.flags("second"))).isEqualTo(left);
    }

    @Test
    void anotherBuildHasAnotherCacheAndTheOldOneIsRemoved() throws IOException {
        TaskCache old = TaskCache.in(folder, jar("a"));
        Files.writeString(output(old.flags("first")), "cache");
        old.ended("first", true);

        TaskCache next = TaskCache.in(folder, jar("another build"));

        assertThat(next.flags("first")).singleElement().asString().contains("AOTCacheOutput");
        try (var files = Files.list(folder)) {
            assertThat(files.filter(file -> file.toString().contains("tasks-"))).isEmpty();
        }
    }

    @Test
    void aProgramOfFoldersHasNone() throws IOException {
        assertThat(TaskCache.takes(jar("a"))).isTrue();
        assertThat(TaskCache.takes(jar("a") + File.pathSeparator + folder)).isFalse();
    }

    private String jar(String content) throws IOException {
        return Files.writeString(folder.resolve("program.jar"), content).toString();
    }

    private static Path output(List<String> flags) {
        assertThat(flags).hasSize(1);
        return Path.of(flags.getFirst().substring("-XX:AOTCacheOutput=".length()));
    }
}

package dev.makeline.processor.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
    void aCacheIsMadeOfWhatTheFirstTaskNotedAndLaterOnesUseIt() throws IOException {
        TaskCache cache = TaskCache.in(folder, jar("a"));
        Path notes = notes(cache.flags("first"));
        assertThat(cache.flags("second")).isEmpty();
        Files.writeString(notes, "notes");

        cache.ended("second", true, jvmThatWrites("cache"));
        cache.ended("first", true, jvmThatWrites("cache"));

        await().untilAsserted(() ->
                assertThat(cache.flags("third"))
                        .singleElement()
                        .asString()
                        .startsWith("-XX:AOTCache="));
        assertThat(Path.of(cache.flags("third").getFirst().substring("-XX:AOTCache=".length())))
                .hasContent("cache");
        assertThat(notes).doesNotExist();
    }

    @Test
    void afterATaskThatFailedAnotherOneTakesNotes() throws IOException {
        TaskCache cache = TaskCache.in(folder, jar("a"));
        Path notes = notes(cache.flags("first"));

        cache.ended("first", false, jvmThatWrites("cache"));

        assertThat(notes(cache.flags("second"))).isEqualTo(notes);
    }

    @Test
    void anotherBuildHasAnotherCacheAndWhatIsOldIsRemoved() throws IOException {
        TaskCache old = TaskCache.in(folder, jar("a"));
        Files.writeString(notes(old.flags("first")), "notes");

        TaskCache next = TaskCache.in(folder, jar("another build"));

        assertThat(notes(next.flags("first"))).doesNotExist();
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

    private static Path notes(List<String> flags) {
        assertThat(flags).hasSize(2).contains("-XX:AOTMode=record");
        return Path.of(flags.getLast().substring("-XX:AOTConfiguration=".length()));
    }

    /// In place of the JVM that makes the cache.
    private List<String> jvmThatWrites(String content) throws IOException {
        Path script =
                Files.writeString(
                        folder.resolve("java"),
                        "#!/bin/sh\nfor flag; do case $flag in -XX:AOTCache=*) printf '%s' >\"${flag#*=}\";; esac; done\n"
                                .formatted(content));
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return List.of(script.toString());
    }
}

package dev.makeline.launcher.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LogTest {

    @TempDir Path folder;

    @Test
    void tailIsTheLastLines() throws Exception {
        Path log = folder.resolve("a.log");
        Files.write(log, IntStream.range(0, 5_000).mapToObj(i -> "line " + i).toList());

        List<String> tail = LogTail.of(log, 2);

        assertThat(tail).containsExactly("line 4998", "line 4999");
        assertThat(LogTail.of(folder.resolve("none.log"), 2)).isEmpty();
    }

    @Test
    void tailLeavesOutStackFrames() throws Exception {
        Path log = folder.resolve("a.log");
        Files.writeString(
                log,
                """
                The port is taken
                java.net.BindException: Address in use
                \tat java.base/sun.nio.ch.Net.bind(Net.java:1)
                \t... 12 common frames omitted
                at last
                """);

        List<String> tail = LogTail.of(log, 20);

        assertThat(tail)
                .containsExactly(
                        "The port is taken", "java.net.BindException: Address in use", "at last");
    }

    @Test
    void followerHandsOnEachLineOnceItIsWhole() throws Exception {
        Path log = folder.resolve("a.log");
        List<String> seen = new ArrayList<>();
        LogFollower follower = new LogFollower(log, 0, seen::add);

        follower.poll();
        Files.writeString(log, "first\nsec", StandardOpenOption.CREATE);
        follower.poll();
        Files.writeString(log, "ond\n", StandardOpenOption.APPEND);
        follower.poll();
        follower.poll();

        assertThat(seen).containsExactly("first", "second");
    }
}

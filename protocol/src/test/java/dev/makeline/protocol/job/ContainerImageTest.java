package dev.makeline.protocol.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContainerImageTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alpine",
                "alpine:3.20",
                "library/alpine",
                "registry.example.org/tools/resize:2",
                "localhost:5000/resize",
                "123456789012.dkr.ecr.eu-west-1.amazonaws.com/re_size/a-b:v1.0",
                "alpine@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
            })
    void whatEnginesTakeAsAReferenceIsTaken(String image) {
        assertThat(problems(image, List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-v",
                "--privileged",
                "Alpine",
                "alpine 3",
                "alpine;ls",
                "alpine:",
                "alpine:-x",
                "../alpine",
                "alpine//x",
                "http://example.org/alpine",
                "alpine@sha256:12",
                "alpine\n"
            })
    void whatIsNoReferenceIsRefused(String image) {
        assertThat(problems(image, List.of()))
                .singleElement()
                .asString()
                .startsWith("image is the reference of a container image");
    }

    @Test
    void aHopelessReferenceIsRefusedAtOnce() {
        assertThat(problems("a-".repeat(150), List.of())).hasSize(1);
        assertThat(problems("a".repeat(1_000_000), List.of())).hasSize(1);
    }

    @Test
    void argumentsMayHoldWhateverTheyWillButNoNulAndNotWithoutEnd() {
        assertThat(problems("alpine", List.of("sh", "-c", "echo $(ls); \"'\n"))).isEmpty();
        assertThat(problems("alpine", List.of("a\0b"))).hasSize(1);
        assertThat(problems("alpine", Collections.nCopies(51, "a"))).hasSize(1);
        assertThat(problems("alpine", List.of("a".repeat(4_001)))).hasSize(1);
    }

    @Test
    void noneIsMadeOfWhatDoesNotFit() {
        assertThatThrownBy(() ->
                        new ContainerImage(
                                "Resize!",
                                "alpine",
                                List.of(),
                                "Resizes.",
                                Optional.of("p/f"),
                                Instant.EPOCH,
                                "service:test"))
                .hasMessage(
                        "The name has from 1 to 40 lower-case letters, digits and hyphens. extension has from 1 to 10 letters and digits, such as pdf.");
    }

    private static List<String> problems(String image, List<String> command) {
        return ContainerImage.problems("resize", image, command, "Resizes.", Optional.empty());
    }
}

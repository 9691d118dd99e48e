package dev.makeline.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.testcontainers.DockerClientFactory;

/// The Docker engine that the tests of images need.
final class Engine {

    private static final String INSIST = "MAKELINE_CONTAINER_TESTS";

    private Engine() {}

    /// Leaves the test out where no engine answers, unless somebody insists: it fails then.
    static void isThere() {
        boolean answers = DockerClientFactory.instance().isDockerAvailable();
        if ("required".equals(System.getenv(INSIST))) {
            assertThat(answers)
                    .as("No Docker engine answers, and %s=required asks for one", INSIST)
                    .isTrue();
        }
        assumeTrue(answers, "Left out: no Docker engine answers on this machine");
    }
}

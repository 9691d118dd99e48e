package dev.makeline.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makeline.launcher.instance.Ports;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class PortOptionsTest {

    @Test
    void withoutAnyOptionThePortsAreTheFixedOnes() {
        PortOptions options = parsed();

        Ports ports = options.ports();

        assertThat(ports).isEqualTo(new Ports(8080, 9000, 9324, 8000, 8081, 8082, 8083));
    }

    @Test
    void offsetMovesAllAndAnExplicitPortStays() {
        PortOptions options = parsed("--port-offset", "10000", "--port-server", "80");

        Ports ports = options.ports();

        assertThat(ports).isEqualTo(new Ports(80, 19000, 19324, 18000, 18081, 18082, 18083));
    }

    @Test
    void offsetBeyondTheLastPortIsRefused() {
        PortOptions options = parsed("--port-offset", "60000");

        assertThatThrownBy(options::ports).hasMessageContaining("There is no port 68080");
    }

    private static PortOptions parsed(String... arguments) {
        PortOptions options = new PortOptions();
        new CommandLine(options).parseArgs(arguments);
        return options;
    }
}

package dev.makeline.launcher.instance;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

final class PortCheckTest {

    @Test
    void portThatIsTakenIsNamedWithItsOwnerItsHolderAndItsFlag() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports = freePorts(other.getLocalPort());

            assertThatThrownBy(() -> PortCheck.demandFree(ports))
                    .isInstanceOf(CannotProceedException.class)
                    .hasMessageStartingWith(
                            "Port %d, which S3 needs, is taken by ".formatted(other.getLocalPort()))
                    .hasMessageContainingAll("--port-s3", "--port-offset")
                    .hasMessageNotContaining("--port-sqs");
        }
    }

    @Test
    void listenerOnEveryInterfaceTakesThePortToo() throws Exception {
        try (ServerSocket other = new ServerSocket(0)) {
            Ports ports = freePorts(other.getLocalPort());

            assertThatThrownBy(() -> PortCheck.demandFree(ports)).hasMessageContaining("taken");
        }
    }

    @Test
    void freePortsPass() throws Exception {
        int port;
        try (ServerSocket once = new ServerSocket(0)) {
            port = once.getLocalPort();
        }
        Ports ports = freePorts(port);

        assertThatCode(() -> PortCheck.demandFree(ports)).doesNotThrowAnyException();
    }

    @Test
    void samePortForTwoPartsIsRefused() {
        Ports ports = new Ports(7001, 7002, 7003, 7002, 7005, 7006, 7007);

        assertThatThrownBy(() -> PortCheck.demandFree(ports))
                .hasMessageContainingAll("Port 7002 was given to two", "--port-dynamodb");
    }

    private static Ports freePorts(int s3) throws Exception {
        int[] free = FreePorts.of(6);
        return new Ports(free[0], s3, free[1], free[2], free[3], free[4], free[5]);
    }
}

package dev.makeline.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Local AWS as a process.
@Timeout(120)
class LocalAwsApplicationTest {

    @Test
    void tellsItsEndpointsAndNothingElseAndEndsWhenItIsTold() throws Exception {
        Process process = start("--s3-port", "0", "--sqs-port", "0", "--dynamodb-port", "0");
        List<String> lines = new ArrayList<>();
        BufferedReader output = process.inputReader();
        for (int i = 0; i < 3; i++) {
            Collections.addAll(lines, output.readLine());
        }

        process.toHandle().destroy();

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(lines.get(0)).matches("S3        http://127\\.0\\.0\\.1:\\d+");
        assertThat(lines.get(1)).matches("SQS       http://127\\.0\\.0\\.1:\\d+");
        assertThat(lines.get(2)).matches("DynamoDB  http://127\\.0\\.0\\.1:\\d+");
        assertThat(output.lines()).isEmpty();
        assertThat(process.errorReader().lines()).isEmpty();
    }

    @Test
    void takenPortEndsItWithOneSentenceAndCode2() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process process = start("--s3-port", Integer.toString(taken.getLocalPort()));

            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(2);
            assertThat(process.errorReader().lines())
                    .singleElement()
                    .asString()
                    .startsWith("S3 cannot listen on 127.0.0.1 port " + taken.getLocalPort());
        }
    }

    private static Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(LocalAwsApplication.class.getName());
        Collections.addAll(command, arguments);
        return new ProcessBuilder(command).start();
    }
}

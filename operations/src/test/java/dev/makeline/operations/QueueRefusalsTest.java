package dev.makeline.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SqsException;

class QueueRefusalsTest {

    private static final String EVENTS = "http://sqs/1/events";

    private final QueueRefusals refusals = new QueueRefusals();
    private volatile Optional<String> errorCode = Optional.empty();
    private HttpServer server;
    private SqsClient sqs;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        server.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        byte[] body =
                                errorCode
                                        .map("{\"__type\":\"%s\"}"::formatted)
                                        .orElse("{}")
                                        .getBytes(UTF_8);
                        exchange.sendResponseHeaders(
                                errorCode.isPresent() ? 400 : 200, body.length);
                        exchange.getResponseBody().write(body);
                    }
                });
        server.start();
        sqs =
                SqsClient.builder()
                        .region(Region.US_EAST_1)
                        .endpointOverride(
                                URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create("test", "test")))
                        .overrideConfiguration(
                                override -> override.addExecutionInterceptor(refusals))
                        .build();
    }

    @AfterEach
    void stop() {
        sqs.close();
        server.stop(0);
    }

    @Test
    void aReceiveThatIsRefusedStandsUntilTheSameReceiveIsGranted() {
        receiveRefused("com.amazon.coral.service#AccessDeniedException");

        assertThat(refusals.of("sqs"))
                .hasValueSatisfying(
                        refusal -> assertThat(refusal.trouble()).isEqualTo(Trouble.REFUSED));
        assertThat(refusals.of("s3")).isEmpty();

        errorCode = Optional.empty();
        sqs.receiveMessage(receive -> receive.queueUrl("http://sqs/1/others"));
        sqs.deleteMessage(delete -> delete.queueUrl(EVENTS).receiptHandle("x"));
        assertThat(refusals.of("sqs")).isPresent();

        sqs.receiveMessage(receive -> receive.queueUrl(EVENTS));
        assertThat(refusals.of("sqs")).isEmpty();
    }

    @Test
    void theKeyOfAQueueCanBeRefusedToo() {
        receiveRefused("com.amazonaws.sqs#KmsAccessDenied");

        assertThat(refusals.of("sqs")).isPresent();
    }

    @Test
    void whatTimeMendsIsNoRefusal() {
        receiveRefused("com.amazonaws.sqs#RequestThrottled");

        assertThat(refusals.of("sqs")).isEmpty();
    }

    private void receiveRefused(String code) {
        errorCode = Optional.of(code);
        assertThatThrownBy(() -> sqs.receiveMessage(receive -> receive.queueUrl(EVENTS)))
                .isInstanceOf(SqsException.class);
    }
}

package dev.makeline.system.fault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultProxyTest {

    private final List<String> carriedOut = new CopyOnWriteArrayList<>();
    private HttpServer target;
    private FaultProxy proxy;

    @BeforeEach
    void startProxyAndTarget() throws IOException {
        target = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        target.createContext(
                "/",
                exchange -> {
                    byte[] body = exchange.getRequestBody().readAllBytes();
                    carriedOut.add(exchange.getRequestHeaders().getFirst("Host"));
                    // 0 makes the server answer in chunks.
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        target.start();
        proxy = FaultProxy.to(target.getAddress().getPort(), 1);
    }

    @AfterEach
    void stop() {
        proxy.close();
        target.stop(0);
    }

    @Test
    void passesRequestsOnWithTheHostThatTheClientSent() throws Exception {
        assertThat(send("Any.Put", "crème").body()).isEqualTo("crème");

        assertThat(carriedOut).containsExactly(proxy.uri().getAuthority());
        assertThat(proxy.requests("Put"::equals)).isEqualTo(1);
    }

    @Test
    void anInjectedAnswerReplacesTheCallOfThatOperationAlone() throws Exception {
        try (var _ = proxy.inject("Put"::equals, 1, Fault.dynamoDbThrottles())) {
            assertThat(send("Any.Put", "x").statusCode()).isEqualTo(400);
            assertThat(send("Any.Get", "x").statusCode()).isEqualTo(200);
        }

        assertThat(send("Any.Put", "x").statusCode()).isEqualTo(200);
        assertThat(carriedOut).hasSize(2);
        assertThat(proxy.injected()).isEqualTo(1);
    }

    @Test
    void aLostAnswerWasCarriedOut() {
        try (var _ = proxy.inject(1, new Fault.LoseAnswer())) {
            assertThatIOException().isThrownBy(() -> send("Any.Put", "x"));
        }

        assertThat(carriedOut).isNotEmpty();
    }

    @Test
    void aResetRequestWasNotCarriedOut() {
        try (var _ = proxy.inject(1, new Fault.Reset())) {
            assertThatIOException().isThrownBy(() -> send("Any.Put", "x"));
        }

        assertThat(carriedOut).isEmpty();
    }

    @Test
    void aShareOfRequestsIsHitTheSameEachTime() throws Exception {
        try (var _ = proxy.inject(0.5, Fault.serverFails())) {
            for (int request = 0; request < 20; request++) {
                send("Any.Put", "x");
            }
        }

        assertThat(proxy.injected()).isBetween(5L, 15L);
    }

    private HttpResponse<String> send(String target, String body) throws IOException {
        var request =
                HttpRequest.newBuilder(proxy.uri().resolve("/"))
                        .header("X-Amz-Target", target)
                        .POST(BodyPublishers.ofString(body))
                        .build();
        try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(request, BodyHandlers.ofString(UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

package dev.makeline.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.simple.SimpleHttpRequest;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {

    @ParameterizedTest
    @CsvSource({
        "0, '', 192.0.2.9",
        "0, '203.0.113.1', 192.0.2.9",
        "1, '', 192.0.2.9",
        "1, '203.0.113.1', 203.0.113.1",
        "1, '10.0.0.1, 203.0.113.1', 203.0.113.1",
        "1, '10.0.0.1|203.0.113.1', 203.0.113.1",
        "2, '203.0.113.1', 192.0.2.9",
        "2, '10.0.0.1, 203.0.113.1, 198.51.100.1', 203.0.113.1",
        "1, '2001:db8::1', 2001:db8::1",
        "1, '10.0.0.1, unknown', 192.0.2.9",
        "1, '10.0.0.1, <script>', 192.0.2.9",
        "1, '10.0.0.1,', 192.0.2.9"
    })
    void whatAClientWroteItselfIsNotBelieved(int proxies, String forwarded, String address) {
        AccessSettings settings =
                new AccessSettings(
                        "s".repeat(32), "", "", "", Duration.ZERO, Duration.ZERO, 1, proxies);
        MutableHttpRequest<?> request = request();
        for (String header : forwarded.split("\\|", -1)) {
            if (!header.isEmpty()) {
                request.header("X-Forwarded-For", header);
            }
        }

        assertThat(new ClientAddress(settings).of(request)).isEqualTo(address);
    }

    private static MutableHttpRequest<?> request() {
        return new SimpleHttpRequest<Object>(HttpMethod.GET, "/v1/recipes", null) {
            @Override
            public InetSocketAddress getRemoteAddress() {
                return new InetSocketAddress("192.0.2.9", 4711);
            }
        };
    }
}

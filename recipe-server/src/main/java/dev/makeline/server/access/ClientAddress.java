package dev.makeline.server.access;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// Where a request comes from. X-Forwarded-For is believed as far as our own proxies wrote it: each
/// appends the address that it saw, so with one proxy the last entry is the client's, and what the
/// client itself wrote stands before it. Thread-safe.
@Singleton
public final class ClientAddress {

    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

    private final int trustedProxies;

    ClientAddress(AccessSettings settings) {
        this.trustedProxies = settings.trustedProxies();
    }

    /// @return an IP address as text
    public String of(HttpRequest<?> request) {
        List<String> path =
                request.getHeaders().getAll(FORWARDED_FOR).stream()
                        .flatMap(value -> Arrays.stream(value.split(",", -1)))
                        .map(String::strip)
                        .toList();
        if (trustedProxies > 0 && path.size() >= trustedProxies) {
            String told = path.get(path.size() - trustedProxies);
            if (ADDRESS.matcher(told).matches()) {
                return told;
            }
        }
        return request.getRemoteAddress().getAddress().getHostAddress();
    }
}

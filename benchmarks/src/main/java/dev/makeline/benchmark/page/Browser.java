package dev.makeline.benchmark.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.makeline.benchmark.api.Person;
import dev.makeline.benchmark.instance.InstanceFailedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.zip.GZIPInputStream;

/// Gets pages as a browser of somebody who signed in does, compressed. Thread-safe; blocking.
public final class Browser {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(TIMEOUT)
                    .build();
    private final URI server;
    private final String cookie;

    /// Signs in by the form.
    Browser(URI server, Person person) {
        this.server = server;
        this.cookie = signIn(person);
    }

    /// What came over the wire, and what it says.
    ///
    /// @param bytes of the body as it was sent
    record Got(int status, int bytes, String text) {}

    /// @param path with its query
    /// @throws InstanceFailedException for anything but a success
    Got get(String path) {
        HttpResponse<byte[]> response =
                send(
                        request(path)
                                .header("Accept-Encoding", "gzip")
                                .header("Accept", "text/html,*/*")
                                .header("Cookie", cookie)
                                .GET()
                                .build());
        if (response.statusCode() / 100 != 2) {
            throw new InstanceFailedException(
                    "GET %s answered %d".formatted(path, response.statusCode()));
        }
        return new Got(response.statusCode(), response.body().length, text(response));
    }

    private String signIn(Person person) {
        String form =
                "username=%s&password=%s&next=%%2F"
                        .formatted(encoded(person.username()), encoded(person.password()));
        return send(request("/sign-in")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", server.toString())
                        .POST(BodyPublishers.ofString(form))
                        .build())
                .headers()
                .firstValue("Set-Cookie")
                .map(value -> value.split(";", 2)[0])
                .orElseThrow(() -> new InstanceFailedException("Signing in gave no session"));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).timeout(TIMEOUT);
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new InstanceFailedException(
                    "%s %s failed: %s".formatted(request.method(), request.uri().getPath(), e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InstanceFailedException("A request was interrupted");
        }
    }

    private static String text(HttpResponse<byte[]> response) {
        boolean isZipped =
                response.headers()
                        .firstValue("Content-Encoding")
                        .filter("gzip"::equals)
                        .isPresent();
        if (!isZipped) {
            return new String(response.body(), UTF_8);
        }
        try (GZIPInputStream unzipped =
                new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            return new String(unzipped.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new InstanceFailedException("An answer is not what it says it is: " + e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}

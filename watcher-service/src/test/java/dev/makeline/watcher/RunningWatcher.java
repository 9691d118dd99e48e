package dev.makeline.watcher;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// The whole service on its shipped `application.yml`, but for its port and what a test sets.
final class RunningWatcher implements AutoCloseable {

    private final AwsSystemProperties aws;
    private final HttpClient http = HttpClient.newHttpClient();
    private final EmbeddedServer server;

    RunningWatcher(Map<String, String> awsProperties, Map<String, Object> settings) {
        aws = new AwsSystemProperties(awsProperties);
        Map<String, Object> all = new HashMap<>(settings);
        all.put("micronaut.server.port", -1);
        server =
                ApplicationContext.builder()
                        .properties(all)
                        .eagerInitConfiguration(true)
                        .start()
                        .getBean(EmbeddedServer.class)
                        .start();
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(server.getURI().resolve(path))
                        .timeout(Duration.ofSeconds(20))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        server.getApplicationContext().close();
        http.close();
        aws.close();
    }
}

package dev.makeline.sender;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.RuntimeBeanDefinition;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/// The service itself, on its shipped settings but for a free port and where recipe-server is.
public final class Sender implements AutoCloseable {

    public static final String TOKEN = "mkl_test-token-that-no-log-may-show";

    private final EmbeddedServer server;

    private Sender(Map<String, Object> settings, RuntimeBeanDefinition<?>... beans) {
        server =
                ApplicationContext.builder()
                        .properties(settings)
                        .beanDefinitions(beans)
                        .eagerInitConfiguration(true)
                        .start()
                        .getBean(EmbeddedServer.class)
                        .start();
    }

    public static Sender start(RecipeServerDouble recipeServer) {
        return start(recipeServer, Map.of());
    }

    public static Sender start(RecipeServerDouble recipeServer, Map<String, Object> settings) {
        return new Sender(with(recipeServer, settings));
    }

    /// On a machine whose clock is this one.
    public static Sender start(
            RecipeServerDouble recipeServer, Map<String, Object> settings, InstantSource clock) {
        return new Sender(
                with(recipeServer, settings),
                RuntimeBeanDefinition.builder(InstantSource.class, () -> clock)
                        .singleton(true)
                        .replaces(InstantSource.class)
                        .build());
    }

    private static Map<String, Object> with(
            RecipeServerDouble recipeServer, Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>();
        all.put("micronaut.server.port", -1);
        all.put("makeline.recipe-server.url", recipeServer.url());
        all.put("makeline.recipe-server.token", TOKEN);
        // A stop waits for the polls in flight.
        all.put("makeline.sender.sessions.long-poll", "1s");
        all.putAll(settings);
        return all;
    }

    public ApplicationContext context() {
        return server.getApplicationContext();
    }

    /// What the service answers on its management port.
    public String get(String path) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI uri = URI.create(server.getURL() + path);
            return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// The sum of a metric's samples whose line has that text.
    public double metric(String name, String text) {
        return sum(line -> line.startsWith(name + "{") && line.contains('"' + text + '"'));
    }

    /// A metric without tags.
    public double metric(String name) {
        return sum(line -> line.startsWith(name + " "));
    }

    private double sum(Predicate<String> samples) {
        return get("/prometheus")
                .lines()
                .filter(samples)
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /// As SIGTERM does: every bean is told to stop, and waited for.
    @Override
    public void close() {
        server.getApplicationContext().close();
    }
}

package dev.makeline.benchmark.api;

import dev.makeline.benchmark.api.Person.Tokens;
import dev.makeline.benchmark.instance.ApiClient;
import dev.makeline.benchmark.instance.InstanceFailedException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// Makes each request for another person and another file than the one before. What is announced by
/// one request is completed by a later one and deleted by a third. Thread-safe.
final class ApiMix {

    /// Files in each step before the first request, so that none waits for another.
    private static final int AHEAD = 15;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ApiClient api;
    private final String administrator;
    private final ApiPeople people;
    private final AtomicInteger turn = new AtomicInteger();
    private final BlockingQueue<UploadedFile> sent = new LinkedBlockingQueue<>();
    private final BlockingQueue<UploadedFile> complete = new LinkedBlockingQueue<>();
    private final BlockingQueue<Tokens> tokens;
    private final Collection<Duration> forms = new ConcurrentLinkedQueue<>();

    /// @param administrator an access token
    ApiMix(ApiClient api, String administrator, ApiPeople people) {
        this.api = api;
        this.administrator = administrator;
        this.people = people;
        this.tokens = new LinkedBlockingQueue<>(people.refreshed());
    }

    /// Uploads what the first completions and deletions are about.
    void getAhead() {
        IntStream.range(0, AHEAD).forEach(_ -> sent.add(announce().sendContent(api)));
        IntStream.range(0, AHEAD)
                .forEach(_ -> complete.add(announce().sendContent(api).complete(api)));
    }

    /// How long S3 took for each form since the last call.
    List<Duration> takeForms() {
        List<Duration> taken = List.copyOf(forms);
        forms.clear();
        return taken;
    }

    /// One request to the server, and nothing else.
    ///
    /// @return what is still to be done, and is not the server's
    Runnable request(ApiRoute route) {
        switch (route) {
            case ME -> api.get("/users/me", next(people.readers()));
            case FILES -> api.get("/files", next(people.readers()));
            case FILE -> {
                UploadedFile file = next(people.standing());
                api.get(file.path(), file.token());
            }
            case CONTENT -> {
                UploadedFile file = next(people.standing());
                api.download(file.path() + "/content", file.token());
            }
            case ANNOUNCE -> {
                UploadedFile.Announced announced = announce();
                return () -> send(announced);
            }
            case COMPLETE -> complete.add(take(sent).complete(api));
            case CHANGE -> change(next(people.standing()));
            case LINK -> {
                UploadedFile file = next(people.standing());
                send("POST", file.path() + "/download-links", file.token());
            }
            case DELETE -> {
                UploadedFile file = take(complete);
                send("DELETE", file.path(), file.token());
            }
            case TOKENS -> api.get("/tokens", next(people.readers()));
            case REFRESH -> tokens.add(take(tokens).next(api));
            case AUDIT -> api.get("/audit", administrator);
            case RECIPES -> api.get("/recipes", next(people.readers()));
        }
        return () -> {};
    }

    private UploadedFile.Announced announce() {
        return UploadedFile.announce(api, next(people.writers()), "Plums.txt");
    }

    private void send(UploadedFile.Announced announced) {
        long began = System.nanoTime();
        sent.add(announced.sendContent(api));
        forms.add(Duration.ofNanos(System.nanoTime() - began));
    }

    private void change(UploadedFile file) {
        api.send(
                "PATCH",
                file.path(),
                Optional.of(file.token()),
                Optional.of(Map.of("description", "Changed in turn " + turn.get())));
    }

    private void send(String method, String path, String token) {
        api.send(method, path, Optional.of(token), Optional.empty());
    }

    private <T> T next(List<T> all) {
        return all.get(Math.floorMod(turn.getAndIncrement(), all.size()));
    }

    private static <T> T take(BlockingQueue<T> queue) {
        try {
            return Optional.ofNullable(queue.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
                    .orElseThrow(() ->
                            new InstanceFailedException(
                                    "No file had come as far as the next step for " + PATIENCE));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InstanceFailedException("Waiting for a file was interrupted");
        }
    }
}

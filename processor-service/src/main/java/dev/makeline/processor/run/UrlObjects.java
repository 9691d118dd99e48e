package dev.makeline.processor.run;

import dev.makeline.processor.grant.ObjectUrls;
import dev.makeline.processor.grant.Transfer;
import dev.makeline.processor.kind.Content;
import dev.makeline.protocol.ContentId;
import dev.makeline.protocol.FileId;
import dev.makeline.protocol.LiveFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/// By the links that came with the task, over plain HTTP: it has no rights of its own. Each request
/// is repeated when no answer comes or the store fails; a content that stops on its way is the
/// attempt's end.
public final class UrlObjects implements JobObjects {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERRORS = 500;
    private static final int OK = 200;

    private final ObjectUrls urls;
    private final Duration timeout;
    private final int attempts;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT)
                    .build();

    /// @param timeout of one request; a content on its way has more, by its size
    /// @param attempts of one request, the first included
    public UrlObjects(ObjectUrls urls, Duration timeout, int attempts) {
        this.urls = urls;
        this.timeout = timeout;
        this.attempts = attempts;
    }

    @Override
    public InputStream input(LiveFile file) throws IOException {
        URI url =
                urls.input()
                        .filter(one -> one.getPath().endsWith("/" + file.objectKey()))
                        .orElseThrow(() ->
                                new IOException(
                                        "The file got other content since the task was started"));
        HttpResponse<InputStream> response =
                send(HttpRequest.newBuilder(url).timeout(timeout).GET().build(), "read the file");
        return Transfer.within(Transfer.longest(timeout, file.size()), response.body());
    }

    @Override
    public Place place(int number) {
        String[] path = url(number).getPath().split("/", -1);
        return new Place(new FileId(path[path.length - 2]), new ContentId(path[path.length - 1]));
    }

    private URI url(int number) {
        if (number >= urls.outputs().size()) {
            throw new IllegalStateException(
                    "The task has room for %d outputs, and makes more"
                            .formatted(urls.outputs().size()));
        }
        return urls.outputs().get(number);
    }

    @Override
    public void put(int number, Content content) throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(url(number))
                        .timeout(Transfer.longest(timeout, content.size()))
                        .header("Content-Type", ObjectUrls.OUTPUT_TYPE)
                        .PUT(publisher(content))
                        .build();
        send(request, "write an output").body().close();
    }

    private static BodyPublisher publisher(Content content) {
        return content.size() == 0
                ? BodyPublishers.noBody()
                : BodyPublishers.fromPublisher(
                        BodyPublishers.ofInputStream(() -> opened(content)), content.size());
    }

    private static InputStream opened(Content content) {
        try {
            return content.open();
        } catch (IOException e) {
            throw new UncheckedIOException("An output cannot be read back", e);
        }
    }

    /// The links stay out of what is thrown: they are secrets.
    private HttpResponse<InputStream> send(HttpRequest request, String what) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                HttpResponse<InputStream> response =
                        http.send(request, BodyHandlers.ofInputStream());
                if (response.statusCode() == OK) {
                    return response;
                }
                response.body().close();
                if (attempt >= attempts || !isOfTheMoment(response.statusCode())) {
                    throw new RefusedException(what, response.statusCode());
                }
            } catch (RefusedException e) {
                throw e;
            } catch (IOException e) {
                if (attempt >= attempts) {
                    throw new IOException("Could not " + what, e);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("Interrupted", e);
            }
            pause(attempt);
        }
    }

    private static boolean isOfTheMoment(int status) {
        return status >= SERVER_ERRORS || status == TOO_MANY_REQUESTS;
    }

    private static void pause(int attempt) throws IOException {
        long whole = FIRST_PAUSE.toMillis() << Math.min(attempt - 1, 5);
        try {
            Thread.sleep(whole / 2 + ThreadLocalRandom.current().nextLong(whole / 2 + 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    private static final class RefusedException extends IOException {

        private static final long serialVersionUID = 1L;

        RefusedException(String what, int status) {
            super("Could not %s: the store answered %d".formatted(what, status));
        }
    }
}

package dev.makeline.sender.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.makeline.protocol.MalformedMessageException;
import dev.makeline.protocol.ProtocolJson;
import dev.makeline.protocol.Submission;
import dev.makeline.protocol.SubmissionOutcome;
import dev.makeline.protocol.Traceparent;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Submits over HTTP/1.1, one attempt a call: whoever calls decides when to try again.
final class HttpRecipeServer implements RecipeServer {

    private static final String SUBMISSIONS = "/v1/intake/submissions";
    private static final String LIVENESS = "/health/liveness";

    /// Many times the longest answer; what is longer comes from something else.
    private static final int LONGEST_ANSWER = 64 * 1024;

    private static final int OK = 200;

    private final HttpClient http;
    private final RecipeServerSettings settings;

    HttpRecipeServer(HttpClient http, RecipeServerSettings settings) {
        this.http = http;
        this.settings = settings;
    }

    @Override
    public Delivery submit(Submission submission) {
        HttpRequest request =
                HttpRequest.newBuilder(settings.resolve(SUBMISSIONS))
                        .header("Authorization", "Bearer " + settings.token())
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/json")
                        .header(Traceparent.HEADER, submission.job().traceparent().value())
                        .POST(
                                BodyPublishers.ofByteArray(
                                        ProtocolJson.write(submission).getBytes(UTF_8)))
                        .build();
        return switch (exchange(request)) {
            case Exchange.Answer(var response) -> read(response);
            case Exchange.Nothing(var because) -> because;
        };
    }

    /// @throws IllegalStateException when recipe-server does not say that it lives
    void probe() {
        HttpRequest request = HttpRequest.newBuilder(settings.resolve(LIVENESS)).GET().build();
        if (!(exchange(request) instanceof Exchange.Answer(var response))
                || response.statusCode() != OK) {
            throw new IllegalStateException("recipe-server does not answer at " + settings.url());
        }
    }

    private sealed interface Exchange {
        record Answer(HttpResponse<byte[]> response) implements Exchange {}

        record Nothing(Delivery.Unavailable because) implements Exchange {}
    }

    /// The deadline is kept here, since the client's own ends with the answer's headers.
    private Exchange exchange(HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(
                        request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER));
        try {
            Duration deadline = settings.requestTimeout();
            return new Exchange.Answer(answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            answer.cancel(true);
            return nothing(Cause.SERVER_TIMEOUT, "no answer within " + settings.requestTimeout());
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return nothing(Cause.NOT_TRIED, "interrupted");
        } catch (ExecutionException e) {
            return broken(e.getCause());
        }
    }

    private static Exchange broken(@org.jspecify.annotations.Nullable Throwable cause) {
        return switch (cause) {
            case HttpTimeoutException _ ->
                    nothing(Cause.SERVER_UNREACHABLE, "cannot connect in time");
            case IOException e -> nothing(Cause.SERVER_UNREACHABLE, described(e));
            case null, default ->
                    throw new IllegalStateException("The HTTP client failed unexpectedly", cause);
        };
    }

    private static String described(IOException e) {
        String name = e.getClass().getSimpleName();
        return e.getMessage() == null ? name : name + ": " + e.getMessage();
    }

    private static Exchange nothing(Cause cause, String detail) {
        return new Exchange.Nothing(Delivery.Unavailable.of(cause, detail));
    }

    private static Delivery read(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        String detail = "recipe-server answered " + status;
        return switch (status) {
            case OK -> outcome(new String(response.body(), UTF_8));
            case 401, 403 -> Delivery.Unavailable.of(Cause.TOKEN_REFUSED, detail);
            case 429, 502, 503, 504 ->
                    new Delivery.Unavailable(Cause.SERVER_BUSY, detail, retryAfter(response));
            default ->
                    Delivery.Unavailable.of(
                            status >= 500 ? Cause.SERVER_ERROR : Cause.REQUEST_REFUSED, detail);
        };
    }

    private static Delivery outcome(String body) {
        try {
            return switch (ProtocolJson.read(body, SubmissionOutcome.class)) {
                case SubmissionOutcome.Accepted(long recipeId, _, var makeId) ->
                        new Delivery.Accepted(recipeId, makeId);
                case SubmissionOutcome.Duplicate(long recipeId, _, var makeId) ->
                        new Delivery.Duplicate(recipeId, makeId);
                case SubmissionOutcome.Waiting(long recipeId) -> new Delivery.Waiting(recipeId);
                case SubmissionOutcome.Rejected(String reason) -> new Delivery.Rejected(reason);
            };
        } catch (MalformedMessageException e) {
            return Delivery.Unavailable.of(
                    Cause.ANSWER_UNREADABLE, "recipe-server answered 200 with an unknown outcome");
        }
    }

    /// Seconds alone; the form with a date is not worth its clock.
    private static Optional<Duration> retryAfter(HttpResponse<byte[]> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,5}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)));
    }
}

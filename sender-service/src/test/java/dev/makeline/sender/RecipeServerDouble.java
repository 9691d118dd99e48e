package dev.makeline.sender;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.makeline.protocol.MalformedMessageException;
import dev.makeline.protocol.ProtocolJson;
import dev.makeline.protocol.Submission;
import dev.makeline.protocol.SubmissionOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/// A recipe server that keeps what it is told and can be told to misbehave. Like the real one it
/// answers `duplicate` to an object version that it has.
public final class RecipeServerDouble implements AutoCloseable {

    /// What is sent back.
    public record Answer(int status, String body, Map<String, String> headers) {

        public static Answer status(int status) {
            return new Answer(status, "", Map.of());
        }

        /// The connection breaks off instead.
        public static Answer none() {
            return status(0);
        }
    }

    /// What is done in place of the right thing, which is at hand.
    public interface Behaviour {
        Answer answer(Submission submission, Function<Submission, Answer> right)
                throws InterruptedException;
    }

    private static final Behaviour RIGHT = (submission, right) -> right.apply(submission);

    private final List<Submission> submissions = new CopyOnWriteArrayList<>();
    private final List<Map<String, List<String>>> headers = new CopyOnWriteArrayList<>();
    private final Set<String> kept = ConcurrentHashMap.newKeySet();
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final int port;
    private volatile Behaviour behaviour = RIGHT;
    private HttpServer http;

    private RecipeServerDouble() {
        http = listen(0);
        port = http.getAddress().getPort();
    }

    public static RecipeServerDouble start() {
        return new RecipeServerDouble();
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public void behave(Behaviour how) {
        behaviour = how;
    }

    public void behaveWell() {
        behaviour = RIGHT;
    }

    /// Nobody listens at the port any more.
    public void goDown() {
        http.stop(0);
    }

    public void comeBack() {
        http = listen(port);
    }

    /// Requests that arrived, whatever became of them.
    public int calls() {
        return calls.get();
    }

    public int mostAtOnce() {
        return mostAtOnce.get();
    }

    /// Submissions that had the right answer, though it may have been lost.
    public List<Submission> submissions() {
        return List.copyOf(submissions);
    }

    /// Headers of all requests, by lower-case name.
    public List<Map<String, List<String>>> headers() {
        return List.copyOf(headers);
    }

    /// Object versions with an effect.
    public Set<String> kept() {
        return Set.copyOf(kept);
    }

    private HttpServer listen(int chosen) {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), chosen), 0);
            server.setExecutor(
                    Executors.newThreadPerTaskExecutor(
                            Thread.ofPlatform().name("recipe-server-double").daemon().factory()));
            server.createContext("/v1/intake/submissions", this::handle);
            server.createContext(
                    "/health/liveness",
                    exchange -> {
                        send(exchange, Answer.status(200));
                        exchange.close();
                    });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        int _ = calls.incrementAndGet();
        int _ = mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        try {
            headers.add(lowerCase(exchange));
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            Submission submission = ProtocolJson.read(body, Submission.class);
            send(exchange, behaviour.answer(submission, this::keep));
        } catch (MalformedMessageException e) {
            send(exchange, Answer.status(400));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            int _ = atOnce.decrementAndGet();
            exchange.close();
        }
    }

    private Answer keep(Submission submission) {
        submissions.add(submission);
        boolean first = kept.add(submission.job().object().objectId());
        SubmissionOutcome outcome =
                switch (submission) {
                    case Submission.Document document -> {
                        long recipeId = document.document().path("recipeId").asLong();
                        yield first
                                ? new SubmissionOutcome.Accepted(recipeId, 1, OptionalLong.of(7))
                                : new SubmissionOutcome.Duplicate(recipeId, 1, OptionalLong.of(7));
                    }
                    case Submission.Refusal refusal ->
                            new SubmissionOutcome.Rejected(refusal.reason());
                };
        return new Answer(200, ProtocolJson.write(outcome), Map.of());
    }

    private static Map<String, List<String>> lowerCase(HttpExchange exchange) {
        Map<String, List<String>> lower = new ConcurrentHashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) ->
                        lower.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        return lower;
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        if (answer.status() == 0) {
            return;
        }
        byte[] body = answer.body().getBytes(UTF_8);
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        http.stop(0);
    }
}

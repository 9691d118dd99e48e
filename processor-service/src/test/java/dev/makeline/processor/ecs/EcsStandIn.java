package dev.makeline.processor.ecs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Speaks ECS's JSON protocol 1.1 as far as tasks need it, in the words of ECS for what goes wrong,
/// and really starts a process for each task. A client token counts for 24 hours.
public final class EcsStandIn implements AutoCloseable {

    public static final String CLUSTER = "makeline";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String METADATA = "/metadata/";
    private static final String TARGET = "AmazonEC2ContainerServiceV20141113.";
    private static final Duration TOKEN_COUNTS = Duration.ofHours(24);
    private static final int BATCH = 100;
    private static final int LONGEST_OVERRIDES = 8_192;
    private static final int LONGEST_TOKEN = 64;

    /// Starts what the image of the task would run.
    @FunctionalInterface
    public interface Image {

        Process start(List<String> command, Map<String, String> environment) throws IOException;
    }

    private record Told(JsonNode order, StandInTask task, Instant at) {}

    /// An answer that is an error.
    private static final class Refusal extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final int status;
        private final ObjectNode body;

        Refusal(int status, String type, String message) {
            super(message);
            this.status = status;
            this.body = JSON.createObjectNode().put("__type", type).put("message", message);
        }
    }

    private final Image image;
    private final InstantSource clock;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<String, StandInTask> tasks = new LinkedHashMap<>();
    private final Map<String, Told> tokens = new HashMap<>();

    /// One for each of the next RunTasks.
    public final Queue<EcsFault> faults = new ConcurrentLinkedQueue<>();

    public final Map<String, Integer> calls = new ConcurrentHashMap<>();
    public final StandInDefinitions definitions = new StandInDefinitions();

    /// Starts what the container would run that a task definition has beside the task's own.
    public volatile Image containers =
            (_, _) -> {
                throw new IOException("There is no such container");
            };

    public volatile boolean spotIsFull;
    public volatile boolean isFull;
    public volatile int room = Integer.MAX_VALUE;

    private EcsStandIn(Image image, InstantSource clock) throws IOException {
        this.image = image;
        this.clock = clock;
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.createContext(METADATA, this::metadata);
        server.start();
    }

    public static EcsStandIn start(Image image, InstantSource clock) {
        try {
            return new EcsStandIn(image, clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// What was asked for with each task that was really started, in order.
    public synchronized List<JsonNode> started() {
        return tasks.values().stream().map(task -> task.order).toList();
    }

    public synchronized long alive() {
        return tasks.values().stream().filter(StandInTask::isAlive).count();
    }

    /// Fargate Spot takes every task away.
    public synchronized void takeSpotBack() {
        tasks.values()
                .forEach(task -> task.stop("SpotInterruption", "Your Spot Task was interrupted."));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String action =
                    Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Amz-Target"))
                            .orElse("")
                            .replace(TARGET, "");
            JsonNode request = JSON.readTree(exchange.getRequestBody().readAllBytes());
            calls.merge(action, 1, Integer::sum);
            try {
                Optional<ObjectNode> answer = answer(action, request);
                if (answer.isPresent()) {
                    send(exchange, 200, answer.get());
                }
            } catch (Refusal refusal) {
                send(exchange, refusal.status, refusal.body);
            }
        }
    }

    /// What a task sees of itself.
    private void metadata(HttpExchange exchange) throws IOException {
        try (exchange) {
            String id =
                    exchange.getRequestURI()
                            .getPath()
                            .replace(METADATA, "")
                            .replaceFirst("/task$", "");
            ObjectNode body;
            synchronized (this) {
                body =
                        tasks.values().stream()
                                .filter(task -> task.arn.endsWith("/" + id))
                                .findFirst()
                                .map(StandInTask::metadata)
                                .orElseGet(JSON::createObjectNode);
            }
            send(exchange, 200, body);
        }
    }

    private static void send(HttpExchange exchange, int status, ObjectNode body)
            throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private Optional<ObjectNode> answer(String action, JsonNode request) throws IOException {
        if (action.equals("DescribeTaskDefinition") || action.equals("RegisterTaskDefinition")) {
            return Optional.of(
                    definitions
                            .answer(action, request)
                            .orElseThrow(() ->
                                    new Refusal(
                                            400,
                                            "ClientException",
                                            "Unable to describe task definition.")));
        }
        if (!CLUSTER.equals(request.path("cluster").asText())) {
            throw new Refusal(400, "ClusterNotFoundException", "Cluster not found.");
        }
        return switch (action) {
            case "RunTask" -> runTask(request);
            case "DescribeTasks" -> Optional.of(describeTasks(request));
            case "ListTasks" -> Optional.of(listTasks(request));
            case "StopTask" -> Optional.of(stopTask(request));
            default ->
                    throw new Refusal(
                            400, "UnknownOperationException", "There is no operation " + action);
        };
    }

    private Optional<ObjectNode> runTask(JsonNode order) throws IOException {
        EcsFault fault = faults.poll();
        if (fault instanceof EcsFault.Answer(int status, String type, String message)) {
            throw new Refusal(status, type, message);
        }
        if (fault instanceof EcsFault.Failure(String reason)) {
            return Optional.of(failure(reason));
        }
        ObjectNode answer = place(order, fault instanceof EcsFault.NoImage);
        if (fault instanceof EcsFault.HangAfterwards) {
            hang();
        }
        return fault instanceof EcsFault.DropAfterwards || fault instanceof EcsFault.HangAfterwards
                ? Optional.empty()
                : Optional.of(answer);
    }

    private void hang() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized ObjectNode place(JsonNode order, boolean withoutImage) throws IOException {
        check(order);
        String token = order.path("clientToken").asText();
        Told told = tokens.get(token);
        if (told != null && clock.instant().isBefore(told.at().plus(TOKEN_COUNTS))) {
            if (!told.order().equals(order)) {
                Refusal conflict = new Refusal(400, "ConflictException", "The token is in use.");
                conflict.body.putArray("resourceIds").add(told.task().arn);
                throw conflict;
            }
            return placed(told.task());
        }
        boolean onSpot =
                order.at("/capacityProviderStrategy/0/capacityProvider")
                        .asText()
                        .equals("FARGATE_SPOT");
        if (isFull || (onSpot && spotIsFull) || alive() >= room) {
            return failure(
                    "Capacity is unavailable at this time. Please try again later or in a different availability zone");
        }
        String arn =
                "arn:aws:ecs:us-east-1:123456789012:task/%s/%032x"
                        .formatted(CLUSTER, tasks.size() + 1);
        Optional<JsonNode> beside = definitions.beside(order.path("taskDefinition").asText());
        boolean isMissing =
                beside.filter(one -> one.path("image").asText().startsWith("missing")).isPresent();
        StandInTask task =
                withoutImage || isMissing
                        ? new StandInTask(arn, order)
                        : new StandInTask(
                                arn, order, process(order, arn), processBeside(order, beside));
        tasks.put(arn, task);
        tokens.put(token, new Told(order, task, clock.instant()));
        return placed(task);
    }

    private static void check(JsonNode order) {
        JsonNode overrides = order.path("overrides");
        if (order.path("clientToken").asText().length() > LONGEST_TOKEN
                || overrides.toString().length() > LONGEST_OVERRIDES
                || !order.path("startedBy").asText().matches("[A-Za-z0-9/_-]{1,128}")) {
            throw new Refusal(400, "InvalidParameterException", "Invalid parameter.");
        }
        if (order.at("/networkConfiguration/awsvpcConfiguration/subnets").isEmpty()) {
            throw new Refusal(400, "InvalidParameterException", "subnets can not be empty.");
        }
    }

    private Process process(JsonNode order, String arn) throws IOException {
        JsonNode container = order.at("/overrides/containerOverrides/0");
        Map<String, String> environment = environment(container);
        environment.put(
                "ECS_CONTAINER_METADATA_URI_V4",
                endpoint() + METADATA + arn.substring(arn.lastIndexOf('/') + 1));
        List<String> command =
                container.path("command").valueStream().map(JsonNode::asText).toList();
        return image.start(command, environment);
    }

    private Optional<Process> processBeside(JsonNode order, Optional<JsonNode> beside)
            throws IOException {
        if (beside.isEmpty()) {
            return Optional.empty();
        }
        List<String> command =
                beside.get().path("command").valueStream().map(JsonNode::asText).toList();
        return Optional.of(
                containers.start(
                        command, environment(order.at("/overrides/containerOverrides/1"))));
    }

    private static Map<String, String> environment(JsonNode container) {
        Map<String, String> environment = new HashMap<>();
        container
                .path("environment")
                .forEach(one ->
                        environment.put(one.path("name").asText(), one.path("value").asText()));
        return environment;
    }

    private static ObjectNode placed(StandInTask task) {
        ObjectNode answer = JSON.createObjectNode();
        answer.putArray("tasks").add(task.toJson(true));
        answer.putArray("failures");
        return answer;
    }

    private static ObjectNode failure(String reason) {
        ObjectNode answer = JSON.createObjectNode();
        answer.putArray("tasks");
        answer.putArray("failures").addObject().put("reason", reason);
        return answer;
    }

    private synchronized ObjectNode describeTasks(JsonNode request) {
        if (request.path("tasks").size() > BATCH) {
            throw new Refusal(400, "InvalidParameterException", "Tasks cannot exceed 100.");
        }
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode found = answer.putArray("tasks");
        ArrayNode missing = answer.putArray("failures");
        request.path("tasks")
                .forEach(arn ->
                        Optional.ofNullable(tasks.get(arn.asText()))
                                .ifPresentOrElse(
                                        task ->
                                                found.add(
                                                        task.toJson(
                                                                !request.path("include")
                                                                        .isEmpty())),
                                        () ->
                                                missing.addObject()
                                                        .put("arn", arn.asText())
                                                        .put("reason", "MISSING")));
        return answer;
    }

    private synchronized ObjectNode listTasks(JsonNode request) {
        ObjectNode answer = JSON.createObjectNode();
        List<String> arns =
                tasks.values().stream()
                        .filter(StandInTask::isWanted)
                        .filter(task ->
                                !request.has("startedBy")
                                        || task.startedBy()
                                                .equals(request.path("startedBy").asText()))
                        .map(task -> task.arn)
                        .toList();
        int from = request.path("nextToken").asInt(0);
        ArrayNode page = answer.putArray("taskArns");
        arns.stream().skip(from).limit(BATCH).forEach(page::add);
        if (arns.size() > from + BATCH) {
            answer.put("nextToken", Integer.toString(from + BATCH));
        }
        return answer;
    }

    private synchronized ObjectNode stopTask(JsonNode request) {
        StandInTask task =
                Optional.ofNullable(tasks.get(request.path("task").asText()))
                        .orElseThrow(() ->
                                new Refusal(
                                        400,
                                        "InvalidParameterException",
                                        "The referenced task was not found."));
        task.stop("UserInitiated", request.path("reason").asText());
        ObjectNode answer = JSON.createObjectNode();
        answer.set("task", task.toJson(false));
        return answer;
    }

    @Override
    public void close() {
        closed.countDown();
        synchronized (this) {
            tasks.values().forEach(task -> task.stop("UserInitiated", "closed"));
        }
        server.stop(0);
        threads.shutdownNow();
    }
}

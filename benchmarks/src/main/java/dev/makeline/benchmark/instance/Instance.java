package dev.makeline.benchmark.instance;

import dev.makeline.protocol.AccessToken;
import dev.makeline.protocol.AccountsTable;
import dev.makeline.protocol.Scope;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.exception.SdkException;

/// An instance of Makeline in memory, each part a process, that the benchmark starts and stops part
/// by part. Not thread-safe. Closing it, or the end of this JVM, ends every process.
public final class Instance implements AutoCloseable {

    private final Path project;
    private final Path folder;
    private final boolean profiled;
    private final Endpoints endpoints = Endpoints.anyFree();
    private final String operatorToken = AccessToken.newSecret();
    private final String serviceToken = AccessToken.newSecret();
    private final AwsAccess aws = AwsAccess.to(endpoints);
    private final Map<Program, ProgramProcess> running = new EnumMap<>(Program.class);
    private final Map<Program, Map<String, String>> settings = new EnumMap<>(Program.class);
    private final Thread lastResort = new Thread(this::killAll, "kill-instance");

    /// Nothing runs yet.
    ///
    /// @param project the folder of the built modules
    /// @param folder for logs and recordings
    /// @param profiled whether each service records with Java Flight Recorder
    public Instance(Path project, Path folder, boolean profiled) {
        this.project = project;
        this.folder = folder;
        this.profiled = profiled;
        Runtime.getRuntime().addShutdownHook(lastResort);
    }

    public AwsAccess aws() {
        return aws;
    }

    /// Where its parts listen.
    public Endpoints endpoints() {
        return endpoints;
    }

    /// With every right that a person has.
    public RecipeApi api() {
        return new RecipeApi(Endpoints.url(endpoints.recipeServer()), operatorToken);
    }

    /// For callers with tokens of their own.
    public ApiClient apiClient() {
        return new ApiClient(Endpoints.url(endpoints.recipeServer()));
    }

    /// Where recipe-server answers.
    public URI server() {
        return URI.create(Endpoints.url(endpoints.recipeServer()));
    }

    /// Allows everything that a person with every right may do.
    public String operatorToken() {
        return operatorToken;
    }

    /// A variable that a program is started with, from its next start on.
    public void set(Program program, String variable, String value) {
        settings.computeIfAbsent(program, _ -> new HashMap<>()).put(variable, value);
    }

    /// The process of a part that runs.
    public ProcessHandle handle(Program program) {
        return process(program).handle();
    }

    /// Returns when buckets, queues, tables and tokens are there.
    public void startLocalAws() throws InterruptedException {
        launch(
                Program.LOCAL_AWS,
                List.of(
                        "--s3-port", Integer.toString(endpoints.s3()),
                        "--sqs-port", Integer.toString(endpoints.sqs()),
                        "--dynamodb-port", Integer.toString(endpoints.dynamoDb())));
        process(Program.LOCAL_AWS).awaitReady(this::listens);
        process(Program.LOCAL_AWS).awaitReady(this::takesTokens);
    }

    /// Returns when all are ready.
    public void start(Program... services) throws InterruptedException {
        for (Program service : services) {
            launch(service, List.of());
        }
        for (Program service : services) {
            process(service).awaitReady(answersReady(service));
        }
    }

    /// Returns when all have drained and ended, the first one first.
    public void stop(Program... services) throws InterruptedException {
        for (Program service : services) {
            process(service).stop();
            running.remove(service);
        }
    }

    /// The services first, then what stands in for AWS.
    public void stopAll() throws InterruptedException {
        for (Program program :
                List.of(
                        Program.PROCESSOR,
                        Program.WATCHER,
                        Program.SENDER,
                        Program.RECIPE_SERVER,
                        Program.LOCAL_AWS)) {
            if (running.containsKey(program)) {
                stop(program);
            }
        }
    }

    /// @throws InstanceFailedException when a process has died by itself
    public void checkAlive() {
        running.forEach((program, process) -> {
            if (!process.isAlive()) {
                throw new InstanceFailedException(
                        "%s has ended by itself; see %s".formatted(program.module(), folder));
            }
        });
    }

    /// CPU time so far, of every running part and of this benchmark.
    public CpuTime cpuTime() {
        Map<String, ProcessHandle> handles = new HashMap<>();
        handles.put("benchmark itself", ProcessHandle.current());
        running.forEach((program, process) -> handles.put(program.module(), process.handle()));
        return CpuTime.of(handles);
    }

    /// AWS requests so far, by process.
    public Map<String, AwsRequests> awsRequests() {
        RecipeApi api = api();
        return running.keySet().stream()
                .filter(program -> program != Program.LOCAL_AWS)
                .collect(
                        Collectors.toMap(
                                Program::module,
                                program ->
                                        AwsRequests.parse(
                                                api.metrics(Endpoints.url(portOf(program))))));
    }

    /// Makes that recipe-server has kept since its start, by its own count.
    public double makesKept() {
        return Metrics.sum(
                api().metrics(Endpoints.url(endpoints.recipeServer())), Metrics.MAKES_KEPT);
    }

    /// Where a profiled part leaves its recording when it ends.
    public Path recording(Program program) {
        return folder.resolve(program.module() + ".jfr");
    }

    @Override
    public void close() {
        killAll();
        aws.close();
        try {
            Runtime.getRuntime().removeShutdownHook(lastResort);
        } catch (IllegalStateException e) {
            // The JVM is ending, and the hook has run.
        }
    }

    private void launch(Program program, List<String> arguments) {
        if (!Files.exists(program.jar(project))) {
            throw new InstanceFailedException(
                    "%s is missing; build it with ./mvnw -DskipTests package"
                            .formatted(program.jar(project)));
        }
        running.put(
                program,
                ProgramProcess.launch(
                        program.module(),
                        program.command(project, jvmOptions(program), arguments),
                        withSettings(program),
                        folder.resolve(program.module() + ".log")));
    }

    private List<String> jvmOptions(Program program) {
        return profiled
                ? List.of(
                        "-XX:StartFlightRecording=settings=profile,dumponexit=true,filename="
                                + recording(program))
                : List.of();
    }

    private Map<String, String> withSettings(Program program) {
        Map<String, String> all = new HashMap<>(environment(program));
        all.putAll(settings.getOrDefault(program, Map.of()));
        return all;
    }

    private Map<String, String> environment(Program program) {
        String pid = Long.toString(ProcessHandle.current().pid());
        return program == Program.LOCAL_AWS
                ? Map.of("MAKELINE_PARENT_PID", pid)
                : Map.ofEntries(
                        Map.entry("MAKELINE_PARENT_PID", pid),
                        Map.entry("AWS_REGION", "us-east-1"),
                        Map.entry("AWS_ACCESS_KEY_ID", "test"),
                        Map.entry("AWS_SECRET_ACCESS_KEY", "test"),
                        Map.entry("AWS_ENDPOINT_URL_S3", Endpoints.url(endpoints.s3())),
                        Map.entry("AWS_ENDPOINT_URL_SQS", Endpoints.url(endpoints.sqs())),
                        Map.entry("AWS_ENDPOINT_URL_DYNAMODB", Endpoints.url(endpoints.dynamoDb())),
                        Map.entry(
                                "AWS_ENDPOINT_URL_DYNAMODB_STREAMS",
                                Endpoints.url(endpoints.dynamoDb())),
                        Map.entry("MICRONAUT_SERVER_PORT", Integer.toString(portOf(program))),
                        Map.entry(
                                "MAKELINE_RECIPE_SERVER_URL",
                                Endpoints.url(endpoints.recipeServer())),
                        Map.entry("MAKELINE_SERVICE_TOKEN", serviceToken));
    }

    private boolean listens() {
        return IntStream.of(endpoints.s3(), endpoints.sqs(), endpoints.dynamoDb())
                .allMatch(Instance::listens);
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private boolean takesTokens() {
        try {
            giveOperatorToken();
            return true;
        } catch (SdkException e) {
            return false;
        }
    }

    private void giveOperatorToken() {
        AccessToken token =
                AccessToken.of(
                        operatorToken,
                        "operator",
                        Scope.ofOperator(),
                        Instant.now(),
                        Optional.empty());
        aws.dynamoDb().putItem(put -> put.tableName(AccountsTable.NAME).item(token.toItem()));
    }

    private BooleanSupplier answersReady(Program service) {
        RecipeApi api = api();
        return () -> api.isReady(Endpoints.url(portOf(service)));
    }

    private int portOf(Program program) {
        return switch (program) {
            case RECIPE_SERVER -> endpoints.recipeServer();
            case WATCHER -> endpoints.watcher();
            case SENDER -> endpoints.sender();
            case PROCESSOR -> endpoints.processor();
            case LOCAL_AWS -> throw new IllegalArgumentException("Local AWS has three ports");
        };
    }

    private ProgramProcess process(Program program) {
        ProgramProcess process = running.get(program);
        if (process == null) {
            throw new IllegalStateException(program.module() + " does not run");
        }
        return process;
    }

    private void killAll() {
        running.values().forEach(ProgramProcess::kill);
    }
}

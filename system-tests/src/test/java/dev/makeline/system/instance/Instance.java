package dev.makeline.system.instance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import dev.makeline.protocol.ResourceNames;
import dev.makeline.protocol.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// One running Makeline: local AWS and the three services, each a process, on ports of its own.
///
/// Closing it kills every process that it started, also when the test JVM is told to end.
public final class Instance implements AutoCloseable {

    private static final Path FOLDERS = Path.of("target", "instances");
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Duration PROVISIONED = Duration.ofSeconds(60);

    private final InstanceSettings settings;
    private final Path folder;
    private final Addresses addresses = Addresses.free();
    private final Tokens tokens = Tokens.random();
    private final Optional<Proxies> proxies;
    private final Surroundings surroundings;
    private final AwsAccess aws = AwsAccess.to(addresses);
    private final Map<Program, ProgramProcess> programs = new EnumMap<>(Program.class);
    private final List<ProgramProcess> further = new ArrayList<>();
    private final Thread lastResort = new Thread(this::killAll, "kill-instance");

    private Instance(InstanceSettings settings) {
        this.settings = settings;
        this.folder = newFolder(settings.name());
        this.proxies =
                settings.throughProxies()
                        ? Optional.of(Proxies.before(addresses, 2025))
                        : Optional.empty();
        this.surroundings = new Surroundings(addresses, proxies, tokens);
        programs.put(Program.LOCAL_AWS, localAws());
        programs.put(
                Program.RECIPE_SERVER,
                service(Program.RECIPE_SERVER, "recipe-server", addresses.recipeServer()));
        programs.put(Program.WATCHER, service(Program.WATCHER, "watcher", addresses.watcher()));
        programs.put(Program.SENDER, service(Program.SENDER, "sender", addresses.sender()));
        Runtime.getRuntime().addShutdownHook(lastResort);
    }

    /// Nothing runs yet.
    public static Instance of(InstanceSettings settings) {
        return new Instance(settings);
    }

    /// Everything is ready.
    public static Instance start(InstanceSettings settings) {
        Instance instance = of(settings);
        try {
            instance.startLocalAws();
            instance.startServices();
            return instance;
        } catch (RuntimeException | Error e) {
            instance.close();
            throw e;
        }
    }

    /// Buckets, queues and tables are there, and the tokens.
    public void startLocalAws() {
        program(Program.LOCAL_AWS).start();
        await("local AWS has made its tables and queues")
                .atMost(PROVISIONED)
                .ignoreExceptions()
                .until(() -> {
                    tokens.writeTo(aws.dynamoDb());
                    hideMessagesFor(settings.visibility());
                    return true;
                });
    }

    public void startServices() {
        Program.SERVICES.forEach(service -> program(service).launch());
        Program.SERVICES.forEach(service -> program(service).awaitReady());
    }

    /// Whatever died or waits to die at a fail point runs anew, no fault is left, and dead letters
    /// are forgotten.
    public void restore() {
        proxies.ifPresent(Proxies::clear);
        further.forEach(ProgramProcess::close);
        further.clear();
        if (!program(Program.LOCAL_AWS).isAlive()) {
            startLocalAws();
        }
        queues().forgetDeadLetters();
        List<ProgramProcess> unlike =
                Program.SERVICES.stream()
                        .map(this::program)
                        .filter(service -> !service.isAliveAsEver())
                        .toList();
        unlike.forEach(ProgramProcess::kill);
        unlike.forEach(ProgramProcess::launch);
        unlike.forEach(ProgramProcess::awaitReady);
    }

    public ProgramProcess program(Program program) {
        return java.util.Objects.requireNonNull(programs.get(program));
    }

    /// One more process of a service beside the first; not started.
    public ProgramProcess another(Program program) {
        ProgramProcess process =
                service(
                        program,
                        program.module() + "-" + (further.size() + 2),
                        Addresses.freePort());
        further.add(process);
        return process;
    }

    /// As [#another], of another build.
    ///
    /// @param project the folder of that build
    public ProgramProcess another(Program program, Path project) {
        int port = Addresses.freePort();
        ProgramProcess process =
                process(
                        program,
                        program.module() + "-other-" + (further.size() + 2),
                        program.command(project, List.of()),
                        port,
                        Readiness.answersReady(port));
        further.add(process);
        return process;
    }

    /// The API of one of several servers.
    public RecipeApi api(ProgramProcess server) {
        return new RecipeApi(server.uri(), Optional.of(tokens.operator()));
    }

    public Proxies proxies() {
        return proxies.orElseThrow(
                () -> new IllegalStateException("This instance was started without proxies"));
    }

    public IntakeBucket bucket() {
        return new IntakeBucket(aws.s3());
    }

    public FilesBucket filesBucket() {
        return new FilesBucket(aws.s3());
    }

    public Ledger ledger() {
        return new Ledger(aws.dynamoDb());
    }

    public Queues queues() {
        return new Queues(aws.sqs());
    }

    /// With the operator's token, straight to the server.
    public RecipeApi api() {
        return new RecipeApi(
                URI.create("http://127.0.0.1:" + addresses.recipeServer()),
                Optional.of(tokens.operator()));
    }

    /// Health and metrics of a service, without a token.
    public RecipeApi management(Program service) {
        return new RecipeApi(program(service).uri(), Optional.empty());
    }

    public Tokens tokens() {
        return tokens;
    }

    public Addresses addresses() {
        return addresses;
    }

    public void giveToken(String secret, Set<Scope> scopes, Optional<Instant> expiresAt) {
        Tokens.write(aws.dynamoDb(), secret, "a test", scopes, expiresAt);
    }

    public DynamoDbClient dynamoDb() {
        return aws.dynamoDb();
    }

    /// A command of the launcher, with this instance's AWS, to its end.
    ///
    /// @return what it printed, then its exit code
    public String run(String... command) {
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(Program.LAUNCHER.command(List.of(command)))
                            .redirectErrorStream(true);
            builder.environment().putAll(surroundings.of(Program.LAUNCHER, 0));
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            return output + "exit code " + process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a command ran", e);
        }
    }

    /// Every line that any process of this instance has printed.
    public List<String> logLines() {
        List<String> lines = new ArrayList<>();
        programs.values().forEach(process -> lines.addAll(process.logLines()));
        further.forEach(process -> lines.addAll(process.logLines()));
        return lines;
    }

    public Path folder() {
        return folder;
    }

    /// Where the logs are, and the last warnings in them: for the message of a failed test.
    public String story() {
        return "Logs in %s; the last warnings and errors:\n%s"
                .formatted(
                        folder.toAbsolutePath(),
                        String.join(
                                "\n",
                                logLines().stream()
                                        .filter(line ->
                                                line.contains(" WARN ") || line.contains(" ERROR "))
                                        .sorted()
                                        .toList()
                                        .reversed()
                                        .stream()
                                        .limit(40)
                                        .toList()
                                        .reversed()));
    }

    @Override
    public void close() {
        killAll();
        proxies.ifPresent(Proxies::close);
        aws.close();
        try {
            Runtime.getRuntime().removeShutdownHook(lastResort);
        } catch (IllegalStateException e) {
            // The JVM is ending; the hook has run or is running.
        }
    }

    @Override
    public String toString() {
        return settings.name();
    }

    private void killAll() {
        further.forEach(ProgramProcess::close);
        programs.values().stream().toList().reversed().forEach(ProgramProcess::close);
    }

    private void hideMessagesFor(Duration visibility) {
        for (String queue :
                List.of(ResourceNames.S3_EVENTS_QUEUE, ResourceNames.UPLOAD_JOBS_QUEUE)) {
            String url = aws.sqs().getQueueUrl(get -> get.queueName(queue)).queueUrl();
            aws.sqs()
                    .setQueueAttributes(set ->
                            set.queueUrl(url)
                                    .attributes(
                                            Map.of(
                                                    QueueAttributeName.VISIBILITY_TIMEOUT,
                                                    Long.toString(visibility.toSeconds()))));
        }
    }

    private ProgramProcess localAws() {
        List<String> arguments = new ArrayList<>(settings.localAwsArguments());
        arguments.addAll(List.of("--s3-port", Integer.toString(addresses.s3())));
        arguments.addAll(List.of("--sqs-port", Integer.toString(addresses.sqs())));
        arguments.addAll(List.of("--dynamodb-port", Integer.toString(addresses.dynamoDb())));
        return process(
                Program.LOCAL_AWS,
                "local-aws",
                Program.LOCAL_AWS.command(arguments),
                addresses.s3(),
                Readiness.listensOn(addresses.s3(), addresses.sqs(), addresses.dynamoDb()));
    }

    private ProgramProcess service(Program program, String name, int port) {
        return process(
                program, name, program.command(List.of()), port, Readiness.answersReady(port));
    }

    private ProgramProcess process(
            Program program, String name, List<String> command, int port, BooleanSupplier ready) {
        Map<String, String> environment = new HashMap<>(surroundings.of(program, port));
        environment.putAll(settings.environment().getOrDefault(program, Map.of()));
        return new ProgramProcess(
                name,
                command,
                Map.copyOf(environment),
                folder.resolve(name + ".log"),
                ready,
                URI.create("http://127.0.0.1:" + port));
    }

    private static Path newFolder(String name) {
        try {
            Path folder = FOLDERS.resolve("%02d-%s".formatted(COUNT.incrementAndGet(), name));
            Files.createDirectories(folder);
            try (var logsOfAnEarlierRun = Files.newDirectoryStream(folder)) {
                for (Path log : logsOfAnEarlierRun) {
                    Files.delete(log);
                }
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.makeline.server;

import dev.makeline.local.LocalAws;
import dev.makeline.local.LocalAwsSettings;
import dev.makeline.protocol.AccessToken;
import dev.makeline.protocol.AccountsTable;
import dev.makeline.protocol.CredentialKind;
import dev.makeline.protocol.IntakeLedger;
import dev.makeline.protocol.Role;
import dev.makeline.protocol.Scope;
import dev.makeline.protocol.UploadJobQueue;
import dev.makeline.server.account.Account;
import dev.makeline.server.account.AccountDeleted;
import dev.makeline.server.account.PasswordCheck;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.RuntimeBeanDefinition;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.core.type.Argument;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/// The server as it is shipped, on a free port, with the stand-ins for AWS. The stand-ins and one
/// server are shared by all tests of a run; tests keep apart by using recipe ids of their own.
final class RunningServer implements AutoCloseable {

    static final String SERVICE_TOKEN = "service-token-of-the-tests-0123456789";

    private static final LocalAws AWS = startAws();
    static final Path MAIL = Path.of("target", "test-mail");
    private static final AtomicLong RECIPE_IDS = new AtomicLong(1_000);

    private final EmbeddedServer server;

    private RunningServer(EmbeddedServer server) {
        this.server = server;
    }

    private static final class Shared {
        static final RunningServer SERVER = start(Map.of());
    }

    static RunningServer shared() {
        return Shared.SERVER;
    }

    /// One of its own, for tests that need other settings.
    static RunningServer start(Map<String, Object> settings) {
        return run(settings);
    }

    /// One of its own on a machine with that clock.
    static RunningServer start(Map<String, Object> settings, InstantSource clock) {
        return run(
                settings,
                RuntimeBeanDefinition.builder(InstantSource.class, () -> clock)
                        .singleton(true)
                        .replaces(InstantSource.class)
                        .build());
    }

    /// One of its own with that DynamoDB.
    static RunningServer start(Map<String, Object> settings, DynamoDbClient dynamoDb) {
        return run(
                settings,
                RuntimeBeanDefinition.builder(DynamoDbClient.class, () -> dynamoDb)
                        .singleton(true)
                        .replaces(DynamoDbClient.class)
                        .build());
    }

    /// One of its own with that SQS.
    static RunningServer start(SqsClient sqs) {
        return run(
                Map.of(),
                RuntimeBeanDefinition.builder(SqsClient.class, () -> sqs)
                        .singleton(true)
                        .replaces(SqsClient.class)
                        .build());
    }

    /// One of its own that tells somebody of deleted accounts.
    static RunningServer startWithListener(ApplicationEventListener<AccountDeleted> listener) {
        return run(
                Map.of(),
                RuntimeBeanDefinition.builder(
                                Argument.of(ApplicationEventListener.class, AccountDeleted.class),
                                () -> listener)
                        .singleton(true)
                        .build());
    }

    private static RunningServer run(
            Map<String, Object> settings, RuntimeBeanDefinition<?>... beans) {
        Map<String, Object> all = new HashMap<>();
        all.put("micronaut.server.port", -1);
        all.put("makeline.access.service-token", SERVICE_TOKEN);
        // All tests come from one address.
        all.put("makeline.throttle.registrations-per-address", 1_000_000);
        all.put("makeline.throttle.resets-per-address", 1_000_000);
        all.put("makeline.throttle.wrong-passwords-per-address", 1_000_000);
        all.put("makeline.mail.delivery", "folder");
        all.put("makeline.mail.folder", MAIL.toString());
        // A log that is followed is left soon.
        all.put("makeline.live-logs.longest", "500ms");
        all.put("makeline.live-logs.pause", "50ms");
        all.putAll(settings);
        return new RunningServer(
                ApplicationContext.builder()
                        .eagerInitConfiguration(true)
                        .properties(all)
                        .beanDefinitions(beans)
                        .run(EmbeddedServer.class));
    }

    /// One of its own whose DynamoDB is reached elsewhere.
    static RunningServer startWithDynamoDbAt(URI endpoint, Map<String, Object> settings) {
        return startElsewhere(AWS.dynamoDb(), endpoint, settings);
    }

    /// One of its own whose SQS is reached elsewhere.
    static RunningServer startWithSqsAt(URI endpoint, Map<String, Object> settings) {
        return startElsewhere(AWS.sqs(), endpoint, settings);
    }

    private static RunningServer startElsewhere(
            URI usual, URI endpoint, Map<String, Object> settings) {
        String shared = usual.toString();
        List<String> properties =
                AWS.systemProperties().entrySet().stream()
                        .filter(property -> property.getValue().equals(shared))
                        .map(Map.Entry::getKey)
                        .toList();
        properties.forEach(property -> System.setProperty(property, endpoint.toString()));
        try {
            return start(settings);
        } finally {
            properties.forEach(property -> System.setProperty(property, shared));
        }
    }

    static long newRecipeId() {
        return RECIPE_IDS.incrementAndGet();
    }

    URI uri() {
        return server.getURI();
    }

    <T> T bean(Class<T> type) {
        return server.getApplicationContext().getBean(type);
    }

    IntakeLedger ledger() {
        return bean(IntakeLedger.class);
    }

    UploadJobQueue uploadJobs() {
        return bean(UploadJobQueue.class);
    }

    SqsClient sqs() {
        return bean(SqsClient.class);
    }

    DynamoDbClient dynamoDb() {
        return bean(DynamoDbClient.class);
    }

    /// That were made since it started.
    double passwordHashes() {
        return bean(MeterRegistry.class).counter("makeline.password.hashes").count();
    }

    /// A new token.
    String token(Scope... scopes) {
        return token(Optional.empty(), scopes);
    }

    String token(Optional<Instant> expiresAt, Scope... scopes) {
        String secret = AccessToken.newSecret();
        AccessToken token =
                AccessToken.of(secret, "test", Set.of(scopes), Instant.now(), expiresAt);
        dynamoDb().putItem(put -> put.tableName(AccountsTable.NAME).item(token.toItem()));
        return secret;
    }

    void register(Person person) {
        Api.Answer answer = new Api(uri(), "").post("/v1/users", person.json());
        if (answer.status() != 202) {
            throw new AssertionError(answer.body());
        }
    }

    /// The account of somebody who registered.
    Account account(Person person) {
        return switch (bean(PasswordCheck.class)
                .check(person.username(), person.password(), "192.0.2.200")) {
            case PasswordCheck.Outcome.Right(Account account) -> account;
            case PasswordCheck.Outcome other -> throw new AssertionError(other);
        };
    }

    /// A person who logged in over the API.
    Api loggedIn(Account account) {
        String secret = AccessToken.newSecret();
        AccessToken token =
                new AccessToken(
                        AccessToken.hash(secret),
                        CredentialKind.ACCESS,
                        Optional.of(account.id()),
                        Optional.empty(),
                        "log in",
                        Role.ADMIN.scopes(),
                        Instant.now(),
                        Optional.empty());
        dynamoDb().putItem(put -> put.tableName(AccountsTable.NAME).item(token.toItem()));
        return new Api(uri(), secret);
    }

    /// An operator, as the launcher makes one.
    Api operator() {
        return new Api(uri(), token(Scope.ofOperator().toArray(Scope[]::new)));
    }

    Api api() {
        return new Api(
                uri(),
                token(
                        Scope.RECIPES_READ,
                        Scope.RECIPES_WRITE,
                        Scope.INTAKE_MANAGE,
                        Scope.METRICS_READ));
    }

    Api sender() {
        return new Api(uri(), SERVICE_TOKEN);
    }

    /// As at SIGTERM; returns when it is over.
    void stop() {
        server.stop();
    }

    /// Whether it takes no connections any more.
    boolean isStopping() {
        try (Socket connection = new Socket(server.getHost(), server.getPort())) {
            return !connection.isConnected();
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public void close() {
        server.close();
    }

    private static LocalAws startAws() {
        LocalAws aws = LocalAws.start(LocalAwsSettings.inMemory().withoutS3Events());
        aws.systemProperties().forEach(System::setProperty);
        return aws;
    }

    static LocalAws aws() {
        return AWS;
    }
}

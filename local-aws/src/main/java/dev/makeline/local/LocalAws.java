package dev.makeline.local;

import dev.makeline.protocol.ResourceNames;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One running stand-in for AWS: S3, SQS and DynamoDB with the buckets, queues and tables of the
/// product, and S3 events from the intake bucket to its queue.
///
/// Several may run in one JVM, on different ports and data directories. Thread-safe.
public final class LocalAws implements AutoCloseable {

    /// Of everything local: event records, ARNs, and the environment given to clients.
    public static final String REGION = "us-east-1";

    // Also sets logging up before several threads log at once.
    private static final Logger log = LoggerFactory.getLogger(LocalAws.class);

    private final Services services;
    private final Credentials credentials;
    private final LocalClients clients;
    private final Optional<EventDelivery> delivery;
    private final Optional<DataDirectory> data;

    private LocalAws(
            Services services,
            Credentials credentials,
            LocalClients clients,
            Optional<EventDelivery> delivery,
            Optional<DataDirectory> data) {
        this.services = services;
        this.credentials = credentials;
        this.clients = clients;
        this.delivery = delivery;
        this.data = data;
    }

    /// Returns when all three answer, everything is created, and the `s3:TestEvent` is sent.
    ///
    /// @throws LocalAwsCannotStartException when a port is taken or the data directory cannot be
    ///   used
    public static LocalAws start(LocalAwsSettings settings) {
        Addresses.checkFree(settings);
        Optional<DataDirectory> data = settings.dataDirectory().map(DataDirectory::open);
        try {
            return start(settings, data);
        } catch (RuntimeException e) {
            data.ifPresent(DataDirectory::close);
            throw e;
        }
    }

    private static LocalAws start(LocalAwsSettings settings, Optional<DataDirectory> data) {
        BlockingQueue<S3Event> events = new ArrayBlockingQueue<>(EventDelivery.CAPACITY);
        // Platform threads: class initialization under way in a virtual one pins its carrier, and
        // there are few.
        try (ExecutorService threads =
                Executors.newThreadPerTaskExecutor(
                        Thread.ofPlatform().name("local-aws-start-", 0).daemon().factory())) {
            Services services = Services.start(settings, data, listener(settings, events), threads);
            LocalClients clients =
                    LocalClients.of(
                            services.s3().endpoint(),
                            services.sqs().endpoint(),
                            services.dynamoDb().endpoint(),
                            settings.credentials());
            try {
                provision(clients, settings.queues(), threads);
                Optional<EventDelivery> delivery = deliver(settings, clients, events);
                log.atInfo().addKeyValue("services", services).log("Local AWS started");
                return new LocalAws(services, settings.credentials(), clients, delivery, data);
            } catch (RuntimeException e) {
                clients.close();
                services.close();
                throw e;
            }
        }
    }

    private static ObjectListener listener(
            LocalAwsSettings settings, BlockingQueue<S3Event> events) {
        return settings.s3Events()
                ? new S3Notifications(ResourceNames.INTAKE_BUCKET, events, Clock.systemUTC())
                : (_, _, _, _) -> {};
    }

    private static void provision(
            LocalClients clients, QueueSettings queues, ExecutorService threads) {
        Provisioning provisioning =
                new Provisioning(clients.s3(), clients.sqs(), clients.dynamoDb(), queues);
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(provisioning::createTables, threads),
                        CompletableFuture.runAsync(provisioning::createQueues, threads),
                        CompletableFuture.runAsync(provisioning::createBuckets, threads))
                .join();
    }

    private static Optional<EventDelivery> deliver(
            LocalAwsSettings settings, LocalClients clients, BlockingQueue<S3Event> events) {
        if (!settings.s3Events()) {
            return Optional.empty();
        }
        EventDelivery delivery =
                new EventDelivery(events, settings.eventFaults().create(), clients.sqs());
        delivery.start();
        return Optional.of(delivery);
    }

    public URI s3() {
        return services.s3().endpoint();
    }

    public URI sqs() {
        return services.sqs().endpoint();
    }

    public URI dynamoDb() {
        return services.dynamoDb().endpoint();
    }

    /// The standard environment variables that point any AWS SDK or CLI at this instance.
    public Map<String, String> environment() {
        return Map.of(
                "AWS_REGION", REGION,
                "AWS_DEFAULT_REGION", REGION,
                "AWS_ACCESS_KEY_ID", credentials.accessKeyId(),
                "AWS_SECRET_ACCESS_KEY", credentials.secretAccessKey(),
                "AWS_EC2_METADATA_DISABLED", "true",
                "AWS_ENDPOINT_URL_S3", s3().toString(),
                "AWS_ENDPOINT_URL_SQS", sqs().toString(),
                "AWS_ENDPOINT_URL_DYNAMODB", dynamoDb().toString());
    }

    /// The same as [#environment()] for AWS clients of this JVM: the system properties that the AWS
    /// SDK for Java reads before the environment.
    public Map<String, String> systemProperties() {
        return Map.of(
                "aws.region", REGION,
                "aws.accessKeyId", credentials.accessKeyId(),
                "aws.secretAccessKey", credentials.secretAccessKey(),
                "aws.disableEc2Metadata", "true",
                "aws.endpointUrlS3", s3().toString(),
                "aws.endpointUrlSqs", sqs().toString(),
                "aws.endpointUrlDynamoDb", dynamoDb().toString(),
                "aws.endpointUrlDynamoDbStreams", dynamoDb().toString());
    }

    /// Ends in the order of the flow: no more objects, then the last events, then the queues and
    /// tables.
    @Override
    public void close() {
        services.s3().close();
        delivery.ifPresent(EventDelivery::close);
        services.sqs().close();
        services.dynamoDb().close();
        clients.close();
        data.ifPresent(DataDirectory::close);
    }
}

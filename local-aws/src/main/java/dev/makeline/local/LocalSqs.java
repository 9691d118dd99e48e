package dev.makeline.local;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.pekko.actor.ActorSystem;
import org.elasticmq.NodeAddress;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.elasticmq.rest.sqs.TheSQSRestServerBuilder;

/// ElasticMQ, always in memory: its storage on disk takes 60 to 80 sends a second, and the intake
/// ledger heals queues that were lost with the process.
final class LocalSqs implements LocalService {

    private static final String ACCOUNT = "000000000000";
    private static final Duration STOP = Duration.ofSeconds(10);

    /// The shutdown hooks are off because [LocalAws] ends the three in its own order.
    private static final String OVERRIDES =
            """
            pekko.loglevel = "WARNING"
            pekko.jvm-shutdown-hooks = off
            pekko.coordinated-shutdown.run-by-jvm-shutdown-hook = off
            pekko.coordinated-shutdown.exit-jvm = off
            """;

    private final ActorSystem actors;
    private final URI endpoint;

    private LocalSqs(ActorSystem actors, URI endpoint) {
        this.actors = actors;
        this.endpoint = endpoint;
    }

    static LocalSqs start(LocalAwsSettings settings) {
        Config config = ConfigFactory.parseString(OVERRIDES).withFallback(ConfigFactory.load());
        ActorSystem actors = ActorSystem.create("makeline-sqs", config);
        SQSRestServer server = builder(settings).withActorSystem(actors).start();
        try {
            int port = server.waitUntilStarted().localAddress().getPort();
            return new LocalSqs(actors, Addresses.endpoint(settings, port));
        } catch (Exception e) {
            actors.terminate();
            throw Addresses.cannotListen("SQS", settings, settings.ports().sqs(), e);
        }
    }

    private static TheSQSRestServerBuilder builder(LocalAwsSettings settings) {
        TheSQSRestServerBuilder builder =
                SQSRestServerBuilder.withInterface(settings.bindAddress())
                        .withPort(settings.ports().sqs())
                        .withAWSRegion(LocalAws.REGION)
                        .withAWSAccountId(ACCOUNT);
        // On every interface a queue's URL has the host under which the client came.
        return Addresses.isWildcard(settings.bindAddress())
                ? builder.withServerAddress(
                        new NodeAddress("http", "*", settings.ports().sqs(), ""))
                : builder;
    }

    @Override
    public URI endpoint() {
        return endpoint;
    }

    /// Ends long polls at once.
    @Override
    public void close() {
        actors.terminate();
        try {
            actors.getWhenTerminated()
                    .toCompletableFuture()
                    .get(STOP.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("ElasticMQ does not stop", e);
        }
    }
}

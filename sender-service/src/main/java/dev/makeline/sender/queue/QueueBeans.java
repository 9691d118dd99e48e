package dev.makeline.sender.queue;

import com.amazon.sqs.javamessaging.ProviderConfiguration;
import com.amazon.sqs.javamessaging.SQSConnectionFactory;
import dev.makeline.operations.Dependency;
import dev.makeline.operations.SteadyClock;
import dev.makeline.sender.delivery.UploadJobHandler;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.jms.annotations.JMSConnectionFactory;
import io.micronaut.jms.sqs.configuration.SqsConfiguration;
import io.micronaut.jms.sqs.configuration.properties.SqsConfigurationProperties;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import jakarta.jms.ConnectionFactory;
import java.time.InstantSource;
import software.amazon.awssdk.services.sqs.SqsClient;

/// What the sessions are made of. Takes the place of micronaut-jms-sqs's own connection factory in
/// order to hand it [SettlingSqsClient]; its settings are the same.
@Factory
@Replaces(factory = SqsConfiguration.class)
final class QueueBeans {

    @JMSConnectionFactory(SqsConfiguration.CONNECTION_FACTORY_BEAN_NAME)
    ConnectionFactory connectionFactory(
            SqsConfigurationProperties settings,
            JobQueue queue,
            SharedReceives receives,
            HeldMessages held,
            QueueChanges changes,
            SessionsAtWork sessions) {
        return new SQSConnectionFactory(
                new ProviderConfiguration()
                        .withNumberOfMessagesToPrefetch(settings.getNumberOfMessagesToPrefetch()),
                new SettlingSqsClient(queue, receives, held, changes, sessions));
    }

    @Singleton
    JobQueue jobQueue(SqsClient sqs) {
        return new JobQueue(sqs);
    }

    @Singleton
    HeldMessages heldMessages() {
        return new HeldMessages();
    }

    @Singleton
    SessionsAtWork sessionsAtWork(SteadyClock clock) {
        return new SessionsAtWork(clock);
    }

    @Singleton
    QueueChanges queueChanges(JobQueue queue, HeldMessages held, SessionSettings settings) {
        return new QueueChanges(queue, held, settings.settleWithin());
    }

    @Singleton
    SharedReceives sharedReceives(
            JobQueue queue, HeldMessages held, SessionSettings settings, SteadyClock clock) {
        return new SharedReceives(queue, held, settings, clock);
    }

    @Singleton
    VisibilityKeeper visibilityKeeper(
            JobQueue queue,
            HeldMessages held,
            QueueChanges changes,
            SessionSettings settings,
            SteadyClock clock) {
        return new VisibilityKeeper(queue, held, changes, settings.longestHold(), clock);
    }

    @Singleton
    UploadJobListener listener(
            UploadJobHandler handler,
            JobQueue queue,
            HeldMessages held,
            BackOffSettings backOff,
            MeterRegistry meters,
            SessionsAtWork sessions,
            InstantSource clock) {
        return new UploadJobListener(
                handler, queue, held, backOff, new DeliveryMeters(meters, held), sessions, clock);
    }

    @Singleton
    @Named("sqs")
    Dependency sqs(JobQueue queue) {
        return new Dependency("sqs", queue::open);
    }
}

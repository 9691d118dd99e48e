package dev.makeline.watcher;

import dev.makeline.operations.Dependency;
import dev.makeline.operations.SteadyClock;
import dev.makeline.protocol.IntakeLedger;
import dev.makeline.protocol.ResourceNames;
import dev.makeline.protocol.UploadJobQueue;
import dev.makeline.watcher.events.EventMeters;
import dev.makeline.watcher.events.EventQueue;
import dev.makeline.watcher.intake.Intake;
import dev.makeline.watcher.lease.Lease;
import dev.makeline.watcher.listing.EventBacklog;
import dev.makeline.watcher.listing.IntakeBucket;
import dev.makeline.watcher.listing.ListingSettings;
import dev.makeline.watcher.listing.ReconcilingListing;
import dev.makeline.watcher.queues.QueueGaugeSettings;
import dev.makeline.watcher.queues.QueueGauges;
import dev.makeline.watcher.stranded.DeadLetterQueue;
import dev.makeline.watcher.stranded.StrandedJobs;
import dev.makeline.watcher.stranded.StrandedSettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/// What the loops are made of. The system's clock is a bean of Micronaut's own.
@Factory
final class WatcherBeans {

    /// Longer than a round of stranded rows takes; the next round is no later for it.
    private static final Duration STRANDED_LEASE = Duration.ofMinutes(1);

    @Singleton
    IntakeLedger ledger(DynamoDbClient dynamoDb) {
        return new IntakeLedger(dynamoDb);
    }

    @Singleton
    UploadJobQueue uploadJobs(SqsClient sqs) {
        return new UploadJobQueue(sqs);
    }

    @Singleton
    Intake intake(
            IntakeLedger ledger, UploadJobQueue jobs, InstantSource clock, MeterRegistry meters) {
        return new Intake(ledger, jobs, clock, meters);
    }

    @Singleton
    EventQueue eventQueue(SqsClient sqs) {
        return new EventQueue(sqs);
    }

    @Singleton
    EventMeters eventMeters(MeterRegistry meters) {
        return new EventMeters(meters);
    }

    @Singleton
    ReconcilingListing listing(
            S3Client s3,
            SqsClient sqs,
            DynamoDbClient dynamoDb,
            IntakeLedger ledger,
            Intake intake,
            WatcherSettings watcher,
            ListingSettings settings,
            MeterRegistry meters,
            InstantSource clock,
            SteadyClock steadyClock) {
        return new ReconcilingListing(
                new IntakeBucket(s3, ResourceNames.INTAKE_BUCKET, IntakeBucket.LARGEST_PAGE, clock),
                ledger,
                intake,
                new Lease(dynamoDb, ReconcilingListing.ROW, settings.lease(), clock, steadyClock),
                settings.pace(watcher.eventsOn()),
                watcher.eventsOn() ? EventBacklog.of(sqs) : EventBacklog.none(),
                meters,
                clock);
    }

    @Singleton
    StrandedJobs strandedJobs(
            SqsClient sqs,
            DynamoDbClient dynamoDb,
            IntakeLedger ledger,
            UploadJobQueue jobs,
            Intake intake,
            StrandedSettings settings,
            InstantSource clock,
            SteadyClock steadyClock) {
        return new StrandedJobs(
                ledger,
                jobs,
                new DeadLetterQueue(sqs),
                intake,
                new Lease(dynamoDb, StrandedJobs.ROW, STRANDED_LEASE, clock, steadyClock),
                settings,
                clock,
                steadyClock);
    }

    @Singleton
    QueueGauges queueGauges(SqsClient sqs, QueueGaugeSettings settings, MeterRegistry meters) {
        return new QueueGauges(sqs, settings.interval(), meters);
    }

    @Singleton
    @Named("s3")
    Dependency s3(S3Client s3) {
        return new Dependency(
                "s3", () -> s3.headBucket(head -> head.bucket(ResourceNames.INTAKE_BUCKET)));
    }

    @Singleton
    @Named("sqs")
    Dependency sqs(SqsClient sqs) {
        return new Dependency(
                "sqs",
                () -> {
                    sqs.getQueueUrl(get -> get.queueName(ResourceNames.S3_EVENTS_QUEUE));
                    sqs.getQueueUrl(get -> get.queueName(ResourceNames.UPLOAD_JOBS_QUEUE));
                });
    }

    @Singleton
    @Named("dynamodb")
    Dependency dynamoDb(DynamoDbClient dynamoDb) {
        return new Dependency(
                "dynamodb",
                () -> dynamoDb.describeTable(of -> of.tableName(ResourceNames.INTAKE_TABLE)));
    }
}

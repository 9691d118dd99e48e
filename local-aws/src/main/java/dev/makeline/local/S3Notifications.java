package dev.makeline.local;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import software.amazon.awssdk.services.s3.model.S3Object;

/// Turns the objects created in one bucket into events and queues them for delivery.
final class S3Notifications implements ObjectListener {

    private final String bucket;
    private final BlockingQueue<S3Event> events;
    private final InstantSource clock;
    private final Sequencers sequencers;

    S3Notifications(String bucket, BlockingQueue<S3Event> events, InstantSource clock) {
        this.bucket = bucket;
        this.events = events;
        this.clock = clock;
        this.sequencers = new Sequencers(clock);
    }

    /// Waits while the queue of events is full.
    @Override
    public void created(
            S3Event.Name how, String inBucket, S3Object object, Optional<String> versionId) {
        if (!bucket.equals(inBucket)) {
            return;
        }
        try {
            events.put(
                    new S3Event(
                            how,
                            bucket,
                            object.key(),
                            object.size(),
                            object.eTag().replace("\"", ""),
                            versionId,
                            sequencers.next(),
                            clock.instant()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("S3 stopped before the event was taken", e);
        }
    }
}

package dev.makeline.watcher.events;

import dev.makeline.operations.FailPoint;
import dev.makeline.protocol.LedgerUnavailableException;
import dev.makeline.protocol.ResourceNames;
import dev.makeline.protocol.UploadJobsNotSentException;
import dev.makeline.watcher.intake.Intake;
import dev.makeline.watcher.intake.Source;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/// One poller of the events queue: receive, take into the pipeline, delete, in this order, so that
/// an event is deleted only when its objects are durable elsewhere. Not thread-safe: each poller
/// has its own.
///
/// While DynamoDB or SQS is down the poller keeps its batch in hand and tries that again instead of
/// receiving more: a message's receives are counted, and an outage would otherwise dead-letter
/// events that have no fault. Idempotent by object version.
public final class EventLoop {

    private static final Logger log = LoggerFactory.getLogger(EventLoop.class);

    /// How long a batch in hand is kept from other pollers from each new attempt on; several times
    /// what an attempt with its longest back-off takes.
    private static final Duration HOLD = Duration.ofSeconds(60);

    private record InHand(EventBatch batch, List<Message> messages) {}

    private final EventQueue queue;
    private final Intake intake;
    private final EventReceives receives;
    private final EventMeters meters;
    private final InstantSource clock;
    private Optional<InHand> inHand = Optional.empty();

    public EventLoop(
            EventQueue queue,
            Intake intake,
            EventSettings settings,
            EventMeters meters,
            InstantSource clock) {
        this.queue = queue;
        this.intake = intake;
        this.receives = new EventReceives(queue, settings);
        this.meters = meters;
        this.clock = clock;
    }

    /// One turn; returns without any pause wanted, since the receive itself waits.
    ///
    /// @throws SdkException when DynamoDB or SQS cannot be reached
    /// @throws LedgerUnavailableException when DynamoDB kept throttling
    /// @throws UploadJobsNotSentException when SQS refused jobs; in all cases nothing is deleted
    ///   that was not taken
    public Duration pollOnce() {
        InHand now = inHand.map(this::holdLonger).orElseGet(this::receive);
        take(now);
        int left = queue.delete(now.batch().understood());
        FailPoint.reach("watcher.after-delete");
        if (left > 0) {
            log.atInfo()
                    .addKeyValue("messages", left)
                    .log("Some events were not deleted and will come again");
        }
        return Duration.ZERO;
    }

    /// Gives a batch in hand back to the queue at once; for the end, after the last turn.
    public void release() {
        inHand.ifPresent(held -> extend(Duration.ZERO, held.messages()));
        inHand = Optional.empty();
    }

    private void take(InHand taken) {
        try {
            intake.take(taken.batch().jobs(), Source.EVENT);
            inHand = Optional.empty();
        } catch (SdkException | LedgerUnavailableException | UploadJobsNotSentException e) {
            inHand = Optional.of(taken);
            throw e;
        }
    }

    private InHand receive() {
        List<Message> messages = receives.next();
        FailPoint.reach("watcher.after-receive");
        Instant now = clock.instant();
        EventBatch batch = EventBatch.of(messages, ResourceNames.INTAKE_BUCKET, now);
        messages.forEach(message -> meters.received(age(message, now)));
        meters.count(batch);
        batch.malformed().forEach(EventLoop::tell);
        return new InHand(batch, batch.understood());
    }

    private InHand holdLonger(InHand held) {
        extend(HOLD, held.messages());
        return held;
    }

    /// A batch that cannot be held is delivered to another poller as well, which is harmless.
    private void extend(Duration time, List<Message> messages) {
        try {
            queue.holdFor(time, messages);
        } catch (SdkException e) {
            log.atDebug().setCause(e).log("Could not change how long events stay in hand");
        }
    }

    private static Duration age(Message message, Instant now) {
        return Optional.ofNullable(
                        message.attributes().get(MessageSystemAttributeName.SENT_TIMESTAMP))
                .map(millis -> Duration.between(Instant.ofEpochMilli(Long.parseLong(millis)), now))
                .filter(Duration::isPositive)
                .orElse(Duration.ZERO);
    }

    /// Loud at the first receive; the receives until it is dead-lettered say nothing new.
    private static void tell(EventBatch.Malformed malformed) {
        String attempt =
                malformed
                        .message()
                        .attributes()
                        .getOrDefault(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1");
        log.atLevel(attempt.equals("1") ? Level.WARN : Level.DEBUG)
                .addKeyValue("messageId", malformed.message().messageId())
                .addKeyValue("attempt", attempt)
                .addKeyValue("reason", malformed.reason())
                .log("Message is no S3 event; it stays until its queue dead-letters it");
    }
}
